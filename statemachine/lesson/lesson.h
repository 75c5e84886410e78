#pragma once

#include "flow/diagnostic.h"

#include <tl/expected.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A lesson as its file says it: front matter, then pages of prose and directives. Nothing here knows a model; the claims
/// are held against one by verify() (lesson/verify.h) and played by a LessonSession (lesson/player.h).
/// The format is described for authors in lessons/README.md.
namespace bindlab {

/// A mail or document the lesson draws on. Prose refers to it as [words](source:id).
struct LessonSource {
    std::string id;
    std::string author;
    std::string date;      ///< ISO
    std::string subject;
    int line = 0;
    bool operator==(const LessonSource&) const = default;
};

enum class FactSubject : std::uint8_t {
    // of a state, and of the steps that led to it
    Thread, Object, Field, Machine, Lock, Call, Finding, Steps, Loop,
    // of a check
    Verdict, Property, States, Transitions, Depth, Result
};

/// One thing that is said of a fact's subject: `held_by: T2`. A list is said by several values.
struct FactAttribute {
    std::string name;                  ///< "is" where the subject alone carries the value
    std::vector<std::string> values;
    int line = 0;
    bool operator==(const FactAttribute&) const = default;
};

/// One claim about a state or a check, e.g. {thread: T1, waits_for: vdev->mutex, held_by: T2}.
struct Fact {
    FactSubject subject = FactSubject::Thread;
    std::string name;                  ///< of what is spoken of: "T1", "vdevice.users", "IOMMU_DESTROY"
    std::vector<FactAttribute> attributes;
    int line = 0;
    bool operator==(const Fact&) const = default;
};

/// Whether it speaks of a check and not of a state.
[[nodiscard]] bool isOfCheck(const Fact& fact);

/// Facts of a state that are to hold together.
using Goal = std::vector<Fact>;

/// Steps of a schedule, said so that a change of the model is noticed instead of leading astray.
struct Move {
    enum class Kind : std::uint8_t {
        Pick,      ///< one step of the thread
        Times,     ///< `count` steps of it
        Before,    ///< until the statement `text` is its next one
        After,     ///< until it has taken the statement `text`
        Blocked,   ///< until it cannot go on
        Done,      ///< until its calls have returned
        Until,     ///< until all `facts` hold
        Shortest,  ///< the checker's shortest run that breaks a property, less its last `count` steps
        Nearest    ///< the shortest way from here to one of the `goals`, less its last `count` steps
    };
    Kind kind = Kind::Pick;
    std::string thread;         ///< "T1"; empty for Shortest and Nearest
    std::string text;           ///< Before, After: the statement. Shortest: the property
    std::string flow;           ///< Before, After: only there, when not empty
    std::vector<Fact> facts;    ///< Until
    std::vector<Goal> goals;    ///< Nearest; none: those of the drive it is the example of
    int count = 0;              ///< Times, Shortest, Nearest
    std::string choose;         ///< label of the alternative to be taken where the environment chooses; the first one when empty
    int line = 0;
    bool operator==(const Move&) const = default;
};

/// Which model a directive speaks of. Empty names are those of the directive before it on the page, at the top of a page those
/// of the front matter. Naming either starts the run anew.
struct Setting {
    std::string design;     ///< as designNamed() has it: "D3a", "D3a+pin-vdevice", "D1 -pin-idev"
    std::string scenario;
    bool fromStart = false;
    std::string platform = {};   ///< no directive names one: of a page that was taken out of its lesson
    bool operator==(const Setting&) const = default;
};

/// Markdown between two directives, its marks as they stand in the file.
struct Prose {
    std::string markdown;
    int line = 0;
    bool operator==(const Prose&) const = default;
};

/// ```play: takes the run further, before the reader sees it.
struct Play {
    Setting setting;
    std::vector<Move> run;
    int line = 0;
    bool operator==(const Play&) const = default;
};

/// ```watch: as play, but the reader steps or plays through it. An act.
struct Watch {
    Setting setting;
    std::vector<Move> run;
    std::string task;       ///< what to look at
    std::string button;
    int line = 0;
    bool operator==(const Watch&) const = default;
};

/// ```expect: facts that are so where the run now stands. Only verify() sees them, unless they are to be shown.
struct Expect {
    std::vector<Fact> facts;
    bool shown = false;
    int line = 0;
    bool operator==(const Expect&) const = default;
};

struct Option {
    std::string text;
    std::string feedback;
    bool right = false;
    std::vector<Fact> facts;   ///< what makes it right: they hold of exactly one option
    int line = 0;
    bool operator==(const Option&) const = default;
};

/// ```predict: a question before the reveal. What is right is decided where `run` leads from here, or by a check. An act.
struct Predict {
    std::string id;
    std::string question;
    Setting setting;
    std::vector<Move> run;
    std::vector<Option> options;
    int line = 0;
    bool operator==(const Predict&) const = default;
};

/// ```drive: a goal that the reader reaches by choosing the schedule. Any schedule that reaches it counts. An act.
struct Drive {
    std::string id;            ///< the schedule is kept under it
    std::string task;
    std::string hint;
    Setting setting;
    std::vector<Goal> goals;   ///< any one of them will do
    std::vector<Move> example; ///< one way to reach one, from the start of the act
    std::string better;        ///< what a better answer than any is; may be empty
    int par = 0;               ///< steps of the shortest way, from the start of the run; 0: not said
    int line = 0;
    bool operator==(const Drive&) const = default;
};

/// ```replay: the reader's own schedule (the example of that act when there is none) on another design. An act.
struct Replay {
    std::string schedule;      ///< id of a drive
    std::string task;
    std::string button;
    Setting setting;
    std::vector<Fact> facts;   ///< what is so after the example has been replayed
    int line = 0;
    bool operator==(const Replay&) const = default;
};

/// ```check: every interleaving. An act.
struct Check {
    std::string task;
    std::string button;
    Setting setting;
    std::vector<std::string> properties;   ///< empty: all
    std::vector<Fact> facts;
    int line = 0;
    bool operator==(const Check&) const = default;
};

/// ```flow: text in the flow language that the reader sees as it stands. Every directive of the lesson can name what it declares.
struct FlowText {
    std::string text;
    int line = 0;
    bool operator==(const FlowText&) const = default;
};

/// Something that can be put in order, or attached.
struct Item {
    std::string text;
    std::string statements;              ///< of an order: what the thread does at this place, in the flow language
    std::vector<std::string> patches;    ///< of a repair: what attaching it adds to the design
    std::string feedback;                ///< of a repair: what it does when it is attached alone
    std::vector<Fact> facts;             ///< of a repair: of the check with this one alone
    int line = 0;
    bool operator==(const Item&) const = default;
};

/// ```order: calls of one thread to be put in order. Legal is every order for which the facts hold of a check of every
/// interleaving. An act.
struct Order {
    std::string id;
    std::string task;
    std::string hint;
    Setting setting;
    std::string start;                ///< prologue the scenario runs from
    std::string end;                  ///< epilogue; may be empty
    std::string with;                 ///< part of the world it has beside; may be empty
    std::string title;                ///< what the thread is called
    std::string beside;               ///< other threads of the scenario, in the flow language; may be empty
    std::vector<Item> items;
    std::vector<std::string> properties;   ///< empty: all
    std::vector<Fact> facts;          ///< what makes an order legal
    std::vector<int> example;         ///< a legal one, items from 0
    int legal = 0;                    ///< how many orders are legal
    std::string better;               ///< what a better answer than any is; may be empty
    int line = 0;
    bool operator==(const Order&) const = default;
};

/// ```repair: locks, references or other changes to be attached to a design until the facts hold of a check. An act.
struct Repair {
    std::string id;
    std::string task;
    std::string hint;
    Setting setting;
    std::vector<Item> items;
    std::vector<std::string> properties;   ///< empty: all
    std::vector<Fact> facts;          ///< what makes it repaired
    std::vector<int> example;         ///< a repair with as few items as can be, from 0
    std::string better;               ///< what a better answer than any is; may be empty
    int line = 0;
    bool operator==(const Repair&) const = default;
};

/// ```compare: two designs in one scenario, checked and run in lock step. An act.
struct Compare {
    std::string task;
    std::string button;
    std::array<std::string, 2> designs;
    std::string scenario;             ///< empty: that of the directive before it
    std::array<std::vector<Fact>, 2> facts;   ///< of the check of each
    int partsAt = 0;                  ///< the step, from 1, at which they part; 0: never
    int line = 0;
    bool operator==(const Compare&) const = default;
};

/// A part of a good explanation, and why the model bears it out.
struct Point {
    std::string text;
    std::vector<Fact> facts;          ///< of where the run stands, or of a check of it
    int line = 0;
    bool operator==(const Point&) const = default;
};

/// ```explain: a question that the reader answers in own words, and then holds against the points of a good answer. An act.
struct Explain {
    std::string id;
    std::string question;
    Setting setting;
    std::vector<Point> points;
    int line = 0;
    bool operator==(const Explain&) const = default;
};

using Block = std::variant<Prose, Play, Watch, Expect, Predict, Drive, Replay, Check, FlowText, Order, Repair, Compare, Explain>;

/// "prose", "play", "watch", ...: what the block is called in the file.
[[nodiscard]] std::string_view directiveName(const Block& block);
/// Of its opening line, from 1.
[[nodiscard]] int lineOf(const Block& block);
/// Under which the reader's answer is kept; empty for a block that keeps none.
[[nodiscard]] std::string idOf(const Block& block);
/// Whether the reader does something in it.
[[nodiscard]] bool isAct(const Block& block);

struct Page {
    std::string title;
    std::vector<Block> blocks;
    std::vector<std::string> sources;   ///< ids of those its prose refers to, in order, each once
    int line = 0;
    std::string keptAs = {};            ///< title under which its acts are kept, the same in every language; empty: its own
    bool operator==(const Page&) const = default;
};

struct Lesson {
    std::string file;
    std::string id;
    bool challenges = false; ///< a set of challenges: each page is a goal in one sentence, and how well it can be reached
    int number = 0;
    std::string title;
    std::string summary;     ///< one sentence, for a card
    std::string unit;        ///< "Lifetimes"; the same in every language
    std::string unitTitle;   ///< the unit as it is read
    std::string language;    ///< of a translation: "zh_CN"; else empty
    std::string design;      ///< where every page starts
    std::string scenario;
    std::string platform;
    int minutes = 0;
    std::vector<LessonSource> sources;   ///< the first one is the seed
    std::vector<Page> pages;
    bool operator==(const Lesson&) const = default;

    [[nodiscard]] const LessonSource* source(std::string_view sourceId) const;
};

/// Under which the state of an act is kept: "Title of its page/1", the acts of a page counted from 1. So it stays the same when
/// prose, or other pages, come before it, and in another language.
[[nodiscard]] std::string actKey(const Lesson& lesson, std::size_t page, std::size_t block);

/// What a lesson may be and cost, so that no file keeps the program busy for long or fills its memory.
struct LessonLimits {
    static constexpr std::size_t bytes = std::size_t(256) << 10;
    static constexpr std::size_t pages = 100;
    static constexpr std::size_t blocks = 1000;     ///< of the whole lesson
    static constexpr std::size_t sources = 100;
    static constexpr std::size_t problems = 100;    ///< mistakes that are told of one lesson
    static constexpr std::size_t yamlNodes = 20'000;///< of a front matter or a directive
    static constexpr int yamlNesting = 20;
    static constexpr std::size_t flowBytes = std::size_t(4) << 20;   ///< of its flow texts, with the scenarios made of its orders
    static constexpr std::size_t statementsBytes = 4000;             ///< of one item of an order
    static constexpr int stepsOfAMove = 10'000;
    static constexpr int stepsOfARun = 20'000;      ///< that the moves of a page take together
    static constexpr std::uint64_t work = 100'000'000;   ///< of all its checks, searches and moves together; see Results
    static constexpr std::size_t orderItems = 6;    ///< every order of them is checked by verify()
    static constexpr std::size_t repairItems = 8;   ///< every choice of them is
};

/// Reads one file. Every mistake that can be seen without a model is reported, in one go.
[[nodiscard]] tl::expected<Lesson, Diagnostics> loadLesson(const std::string& file, std::string_view text);

/// The lessons embedded in the program, by number. A shipped lesson that does not load is a mistake of ours and asserts.
[[nodiscard]] const std::vector<Lesson>& lessons();
/// The sets of challenges embedded in the program, by number.
[[nodiscard]] const std::vector<Lesson>& challenges();
/// What there is of both in other languages, lessons/zh_CN/... A translation has the id of its original, and is kept as it.
[[nodiscard]] const std::vector<Lesson>& translations();
/// `originals` with their translation in the place of each that has one in this language.
[[nodiscard]] std::vector<Lesson> inLanguage(const std::vector<Lesson>& originals, std::string_view language);
/// Of lessons and challenges by id or file name, of translations by file name ("zh_CN/01-five-parties.md"); null when there is none.
[[nodiscard]] const Lesson* findLesson(std::string_view idOrFile);

} // namespace bindlab
