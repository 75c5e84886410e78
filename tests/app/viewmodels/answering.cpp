#include "viewmodels/window/app_view_model.h"

#include <QGuiApplication>

#include <cstdio>
#include <string_view>
#include <unistd.h>

using namespace bindlab;

/// A learner who answers one question over and over, each time with the next number, and says so once it is kept. To be killed.
/// answering FILE [first|second]: the file of progress, and which of the lesson's two questions, a page each.
int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const auto lesson = loadLesson("answering.md", R"(---
{id: answering, number: 1, title: A, summary: s, unit: u, design: D6, scenario: S2, minutes: 1, sources: []}
---
## Page

```explain
id: number
question: Which one?
points: [{text: p, facts: [{object: vdevice, is: live}]}]
```

## Other page

```explain
id: second
question: And which other?
points: [{text: p, facts: [{object: vdevice, is: live}]}]
```
)");
    if (argc < 2 || !lesson)
        return 1;
    const bool second = argc > 2 && std::string_view(argv[2]) == "second";
    const std::string id = second ? "second" : "number";
    AppViewModel app(Library::shipped(), {{}, QString::fromLocal8Bit(argv[1]), {}});
    app.openLesson(*lesson);
    const int from = QString::fromStdString(app.shelf()->progressOf("answering").texts[id]).toInt();
    app.lesson()->openPage(int(second));
    for (int number = from + 1;; ++number) {
        app.lesson()->tryAgain(0);
        app.lesson()->explain(QString::number(number));
        if (!app.trouble().isEmpty())
            return 2;
        char said[32];
        const int length = std::snprintf(said, sizeof said, "%d\n", number);
        if (write(STDOUT_FILENO, said, std::size_t(length)) != length)
            return 3;
    }
}
