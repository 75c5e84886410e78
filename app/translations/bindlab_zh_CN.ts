<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActCard</name>
    <message>
        <source>Break it</source>
        <translation>弄坏它</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>轮到你了</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>已弄坏</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已达成</translation>
    </message>
    <message>
        <source>Open side by side</source>
        <translation>并排打开</translation>
    </message>
    <message>
        <source>Both maps under one schedule, on the Compare screen</source>
        <translation>在“对比”画面里，用同一个调度看两张图</translation>
    </message>
</context>
<context>
    <name>ActTask</name>
    <message>
        <source>Your turn</source>
        <translation>轮到你了</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>ActionPreview</name>
    <message>
        <source>Inject now</source>
        <translation>立即注入</translation>
    </message>
    <message>
        <source>Stop first, then inject</source>
        <translation>先停止，再注入</translation>
    </message>
    <message>
        <source>STOP_INTERFACE_REQUEST, then the action: nothing is locked that it could break.</source>
        <translation>先发 STOP_INTERFACE_REQUEST，再做这个动作：这时没有已锁定的东西可供破坏。</translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1. %2 %3</source>
        <translation>%1。%2 %3</translation>
    </message>
</context>
<context>
    <name>AppHeader</name>
    <message>
        <source>Bindlab</source>
        <translation>Bindlab</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Switch to light</source>
        <translation>切换到浅色</translation>
    </message>
    <message>
        <source>Switch to dark</source>
        <translation>切换到深色</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>BindDrawing</name>
    <message>
        <source>Guest</source>
        <translation>客户机</translation>
    </message>
    <message>
        <source>VMM</source>
        <translation>VMM</translation>
    </message>
    <message>
        <source>Host kernel</source>
        <translation>主机内核</translation>
    </message>
    <message>
        <source>TSM</source>
        <translation>TSM</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>How a device is bound, step by step</source>
        <translation>设备是怎样一步步 bind 的</translation>
    </message>
</context>
<context>
    <name>BuilderThread</name>
    <message>
        <source>Thread %1, %2</source>
        <translation>线程 %1，%2</translation>
    </message>
    <message>
        <source>%1 is run by: %2</source>
        <translation>运行 %1 的是：%2</translation>
    </message>
    <message>
        <source>Remove thread %1</source>
        <translation>移除线程 %1</translation>
    </message>
    <message>
        <source>Calls of %1</source>
        <translation>%1 的调用</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move it, Alt+Left and Alt+Right to another thread, Delete removes it</source>
        <translation>Alt+Up、Alt+Down 移动它，Alt+Left、Alt+Right 移到别的线程，Delete 移除它</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Add a call</source>
        <translation>添加调用</translation>
    </message>
</context>
<context>
    <name>ByteGrid</name>
    <message>
        <source>Bytes of %1</source>
        <translation>%1 的字节</translation>
    </message>
</context>
<context>
    <name>BytesPane</name>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>No message yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Copy as hex</source>
        <translation>复制为十六进制</translation>
    </message>
    <message>
        <source>DOE, SPDM secured message, vendor defined, TDISP</source>
        <translation>DOE、SPDM 安全消息、厂商定义、TDISP</translation>
    </message>
    <message>
        <source>DOE</source>
        <translation>DOE</translation>
    </message>
    <message>
        <source>SPDM secured message</source>
        <translation>SPDM 安全消息</translation>
    </message>
    <message>
        <source>vendor defined</source>
        <translation>厂商定义</translation>
    </message>
    <message>
        <source>TDISP</source>
        <translation>TDISP</translation>
    </message>
    <message>
        <source>Nothing has been sent. Connect the device and send it a message, or look at a whole session.</source>
        <translation>还没有发送任何消息。连接设备并发一条消息，或者看一个完整的会话。</translation>
    </message>
    <message>
        <source>Connect, lock and start</source>
        <translation>连接、锁定并启动</translation>
    </message>
</context>
<context>
    <name>CallPicker</name>
    <message>
        <source>Which call?</source>
        <translation>哪个调用？</translation>
    </message>
</context>
<context>
    <name>ChartPane</name>
    <message>
        <source>TDI state machine and host actions</source>
        <translation>TDI 状态机与主机动作</translation>
    </message>
    <message>
        <source>TDI state machine</source>
        <translation>TDI 状态机</translation>
    </message>
    <message>
        <source>STOP in CONFIG_UNLOCKED is an error</source>
        <translation>在 CONFIG_UNLOCKED 中 STOP 是错误</translation>
    </message>
    <message>
        <source>Here two public references disagree. The specification lists STOP as legal in all four states and a public conformance suite expects success; DMTF&apos;s emulator answers INVALID_INTERFACE_STATE. A host that stops an interface to be sure meets both.</source>
        <translation>这里两份公开资料说法不一。规范列出 STOP 在四个状态中都合法，一套公开的一致性测试也期望它成功；DMTF 的模拟器却回答 INVALID_INTERFACE_STATE。为保险起见而停止接口的主机，两种都会遇到。</translation>
    </message>
</context>
<context>
    <name>CheckLog</name>
    <message>
        <source>Checks that were made</source>
        <translation>做过的检查</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <translation>%1：%2，%3，%4</translation>
    </message>
</context>
<context>
    <name>CodeLine</name>
    <message>
        <source>Line %1, next: %2</source>
        <translation>第 %1 行，下一步：%2</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Added by the patch %1</source>
        <translation>由补丁 %1 加入</translation>
    </message>
    <message>
        <source>Patch %1</source>
        <translation>补丁 %1</translation>
    </message>
    <message>
        <source>Patch %1, %2</source>
        <translation>补丁 %1，%2</translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Search or run</source>
        <translation>搜索或执行</translation>
    </message>
    <message>
        <source>An action, a lesson, a term, a step, a mail</source>
        <translation>动作、课程、术语、某一步、邮件</translation>
    </message>
    <message>
        <source>Nothing has these words. Esc closes.</source>
        <translation>没有含这些词的内容。Esc 关闭。</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>What is compared</source>
        <translation>对比的对象</translation>
    </message>
    <message>
        <source>Design A: %1, %2</source>
        <translation>方案 A：%1，%2</translation>
    </message>
    <message>
        <source>against</source>
        <translation>对</translation>
    </message>
    <message>
        <source>Design B: %1, %2</source>
        <translation>方案 B：%1，%2</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>两者互换</translation>
    </message>
    <message>
        <source>Patches: add to either, or take away</source>
        <translation>补丁：给任一边加上或去掉</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation>场景：%1</translation>
    </message>
    <message>
        <source>Platform: %1</source>
        <translation>平台：%1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>CompareSchedule</name>
    <message>
        <source>Schedule of both</source>
        <translation>两边的调度</translation>
    </message>
    <message>
        <source>Both to the start</source>
        <translation>两边回到开头</translation>
    </message>
    <message>
        <source>Step both back</source>
        <translation>两边后退一步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play both</source>
        <translation>播放两边</translation>
    </message>
    <message>
        <source>Step both forward</source>
        <translation>两边前进一步</translation>
    </message>
    <message>
        <source>Both to the end</source>
        <translation>两边到末尾</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>All objects</source>
        <translation>全部对象</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>same picks</source>
        <translation>同样选择</translation>
    </message>
    <message>
        <source>in turns</source>
        <translation>轮流</translation>
    </message>
    <message>
        <source>Not the picked thread: %1. %2</source>
        <translation>不是所选的线程：%1。%2</translation>
    </message>
    <message>
        <source>Steps. Left and right move both runs.</source>
        <translation>步骤。左右键同时移动两个运行。</translation>
    </message>
    <message>
        <source>%1 they part</source>
        <translation>%1 分岔</translation>
    </message>
</context>
<context>
    <name>CompareScreen</name>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>%1, and over it what %2 has instead</source>
        <translation>%1，上面叠加 %2 的不同之处</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check both</source>
        <translation>检查两边</translation>
    </message>
    <message>
        <source>Why they part</source>
        <translation>为何分岔</translation>
    </message>
    <message>
        <source>What B changes</source>
        <translation>B 改了什么</translation>
    </message>
</context>
<context>
    <name>CompareSide</name>
    <message>
        <source>Side A, %1</source>
        <translation>A 边，%1</translation>
    </message>
    <message>
        <source>Side B, %1</source>
        <translation>B 边，%1</translation>
    </message>
    <message>
        <source>after step %1</source>
        <translation>第 %1 步之后</translation>
    </message>
    <message>
        <source>Nothing broken</source>
        <translation>没有破坏</translation>
    </message>
    <message>
        <source>Open this run in the workbench</source>
        <translation>在工作台打开这个运行</translation>
    </message>
    <message>
        <source>spoils memory</source>
        <translation>破坏内存</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>returned %1</source>
        <translation>返回 %1</translation>
    </message>
</context>
<context>
    <name>CompareVerdicts</name>
    <message>
        <source>Verdicts of both</source>
        <translation>两边的结论</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Bounded</source>
        <translation>未穷尽</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>%1 more hold in both or apply to neither</source>
        <translation>另有 %1 条在两边都成立，或都不适用</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Properties that fail or differ</source>
        <translation>失败或有差异的性质</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>DesignPicker</name>
    <message>
        <source>Design</source>
        <translation>方案</translation>
    </message>
</context>
<context>
    <name>DetailsHead</name>
    <message>
        <source>Copy the state as text</source>
        <translation>把状态复制为文本</translation>
    </message>
</context>
<context>
    <name>DeviceBar</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Messages of</source>
        <translation>消息来自</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>TDI in %1</source>
        <translation>TDI 处于 %1</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>导出状态图</translation>
    </message>
    <message>
        <source>Take the last one back</source>
        <translation>撤回上一条</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Start over (%1)</source>
        <translation>重新开始（%1）</translation>
    </message>
</context>
<context>
    <name>DeviceChart</name>
    <message>
        <source>TDI state machine. The TDI is in %1.%2</source>
        <translation>TDI 状态机。TDI 处于 %1。%2</translation>
    </message>
    <message>
        <source>%1 would lead to %2.</source>
        <translation>%1 会进入 %2。</translation>
    </message>
    <message>
        <source>power on</source>
        <translation>上电</translation>
    </message>
    <message>
        <source>%1, current. %2</source>
        <translation>%1，当前状态。%2</translation>
    </message>
    <message>
        <source>%1, would be next. %2</source>
        <translation>%1，将是下一个。%2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>preview of the action</source>
        <translation>动作预览</translation>
    </message>
</context>
<context>
    <name>DeviceScreen</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>the state machine</source>
        <translation>状态机</translation>
    </message>
    <message>
        <source>Chart, messages or bytes</source>
        <translation>状态图、消息或字节</translation>
    </message>
    <message>
        <source>Messages or bytes</source>
        <translation>消息或字节</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>状态图</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>the messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>The chart as it is.</source>
        <translation>当前的状态图。</translation>
    </message>
</context>
<context>
    <name>DeviceViewModel</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>字节 %1</translation>
    </message>
    <message>
        <source>bytes %1 to %2</source>
        <translation>字节 %1 至 %2</translation>
    </message>
    <message>
        <source>Field %1 is reserved and must be zero.</source>
        <translation>字段 %1 是保留字段，必须为零。</translation>
    </message>
    <message>
        <source>Fields %1 and %2 are reserved and must be zero.</source>
        <translation>字段 %1 和 %2 是保留字段，必须为零。</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>格式错误</translation>
    </message>
    <message>
        <source>nonce</source>
        <translation>nonce</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 个请求</translation>
    </message>
    <message>
        <source>physical function</source>
        <translation>物理功能</translation>
    </message>
    <message>
        <source>virtual function %1</source>
        <translation>虚拟功能 %1</translation>
    </message>
    <message>
        <source>On TDX the S-EPT still maps the BAR, and unmapping it before a STOP is a firmware error.</source>
        <translation>在 TDX 上 S-EPT 仍映射着 BAR，STOP 之前解除映射会让固件报错。</translation>
    </message>
    <message>
        <source>On SEV-TIO the host may unmap the BAR; the guest&apos;s access faults, and an ASID fence may stop all of its I/O.</source>
        <translation>在 SEV-TIO 上主机可以解除 BAR 的映射；客户机访问时出错，ASID fence 可能停掉它的全部 I/O。</translation>
    </message>
    <message>
        <source>On CCA the host may unmap the BAR; the granule is destroyed, and the realm takes an abort.</source>
        <translation>在 CCA 上主机可以解除 BAR 的映射；granule 被销毁，realm 收到 abort。</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>Other interfaces are hit</source>
        <translation>波及其他接口</translation>
    </message>
    <message>
        <source>%1 stays</source>
        <translation>停留在 %1</translation>
    </message>
    <message>
        <source>The nonce is gone, T=1 is rejected; only STOP or a bus reset leads out.</source>
        <translation>nonce 没了，T=1 的访问被拒绝；只有 STOP 或总线复位能离开这里。</translation>
    </message>
    <message>
        <source>It reaches another interface.</source>
        <translation>它波及另一个接口。</translation>
    </message>
    <message>
        <source>It reaches %1 other interfaces.</source>
        <translation>它波及另外 %1 个接口。</translation>
    </message>
    <message>
        <source>A locked TDI allows it.</source>
        <translation>已锁定的 TDI 允许这样做。</translation>
    </message>
    <message>
        <source>No TDI is locked over it.</source>
        <translation>它上面没有已锁定的 TDI。</translation>
    </message>
    <message>
        <source>PCIe table 11-2; RFC 20/30</source>
        <translation>PCIe 表 11-2；RFC 20/30</translation>
    </message>
    <message>
        <source>PCIe table 11-2</source>
        <translation>PCIe 表 11-2</translation>
    </message>
</context>
<context>
    <name>DifferenceTable</name>
    <message>
        <source>What differs after step %1</source>
        <translation>第 %1 步之后的差异</translation>
    </message>
    <message>
        <source>After step %1</source>
        <translation>第 %1 步之后</translation>
    </message>
    <message>
        <source>A  %1</source>
        <translation>A  %1</translation>
    </message>
    <message>
        <source>B  %1</source>
        <translation>B  %1</translation>
    </message>
    <message>
        <source>%1: %2 on A, %3 on B</source>
        <translation>%1：A 边 %2，B 边 %3</translation>
    </message>
    <message>
        <source>Nothing differs here.</source>
        <translation>这里没有差异。</translation>
    </message>
</context>
<context>
    <name>EditorTabs</name>
    <message>
        <source>Open texts</source>
        <translation>打开的文本</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭 %1</translation>
    </message>
</context>
<context>
    <name>ExplainCard</name>
    <message>
        <source>In your own words</source>
        <translation>用自己的话说</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>已解释</translation>
    </message>
    <message>
        <source>A sentence or two, for yourself. It stays on this machine.</source>
        <translation>写一两句，给自己看。内容只留在本机。</translation>
    </message>
    <message>
        <source>Hold it against a good answer</source>
        <translation>与好答案对照</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Show the points of a good answer</source>
        <translation>显示好答案的要点</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>你写的是</translation>
    </message>
    <message>
        <source>You were not sure. A good answer has:</source>
        <translation>你不确定。好答案包含：</translation>
    </message>
    <message>
        <source>A good answer has:</source>
        <translation>好答案包含：</translation>
    </message>
</context>
<context>
    <name>ExportPopover</name>
    <message>
        <source>As the command prints it with --json.</source>
        <translation>与命令行 --json 的输出相同。</translation>
    </message>
    <message>
        <source>A drawing whose text stays text.</source>
        <translation>图形，其中的文字仍是文字。</translation>
    </message>
    <message>
        <source>The screen as it is.</source>
        <translation>当前画面。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Mermaid</source>
        <translation>Mermaid</translation>
    </message>
    <message>
        <source>PlantUML</source>
        <translation>PlantUML</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>泳道图</translation>
    </message>
    <message>
        <source>Patch series</source>
        <translation>补丁系列</translation>
    </message>
    <message>
        <source>Flow file</source>
        <translation>流程文件</translation>
    </message>
    <message>
        <source>78 columns, fit for a reply on a mailing list.</source>
        <translation>78 列，适合在邮件列表里回信。</translation>
    </message>
    <message>
        <source>The design as a series of patches, each with its source and its diff.</source>
        <translation>把方案写成补丁系列，每个补丁附出处和 diff。</translation>
    </message>
    <message>
        <source>The text as it is, for bindlab check and for others.</source>
        <translation>原文，供 bindlab check 或别人使用。</translation>
    </message>
    <message>
        <source>An SVG: a lane for each thread, steps from top to bottom.</source>
        <translation>SVG：每个线程一条泳道，步骤自上而下。</translation>
    </message>
    <message>
        <source>A diagram as text, for a page that draws it.</source>
        <translation>文本形式的图，由网页来画。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>The picture could not be taken</source>
        <translation>无法截图</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>FailingSteps</name>
    <message>
        <source>Steps of the counterexample</source>
        <translation>反例的步骤</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
</context>
<context>
    <name>FieldList</name>
    <message>
        <source>%1, %2: %3. %4</source>
        <translation>%1，%2：%3。%4</translation>
    </message>
    <message>
        <source>bit %1, %2: %3. %4</source>
        <translation>位 %1，%2：%3。%4</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 处</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 处</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>FlowDiffPane</name>
    <message>
        <source>What B changes</source>
        <translation>B 改了什么</translation>
    </message>
    <message>
        <source>+%1 lines</source>
        <translation>+%1 行</translation>
    </message>
    <message>
        <source>-%1 lines</source>
        <translation>-%1 行</translation>
    </message>
    <message>
        <source>Lines that differ: %1 more, %2 less</source>
        <translation>不同的行：多 %1，少 %2</translation>
    </message>
    <message>
        <source>Flow %1</source>
        <translation>流程 %1</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>加入：%1</translation>
    </message>
    <message>
        <source>Taken away: %1</source>
        <translation>去掉：%1</translation>
    </message>
    <message>
        <source>Patch %1</source>
        <translation>补丁 %1</translation>
    </message>
    <message>
        <source>No flow that runs here differs.</source>
        <translation>这里运行的流程没有差异。</translation>
    </message>
</context>
<context>
    <name>FlowEditor</name>
    <message>
        <source>Editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <translation>%1 的文本</translation>
    </message>
    <message>
        <source>Flow %1</source>
        <translation>流程 %1</translation>
    </message>
    <message>
        <source>Tab indents; F6 leaves the editor</source>
        <translation>Tab 缩进；F6 离开编辑器</translation>
    </message>
    <message>
        <source>Names that may be meant</source>
        <translation>可能要写的名字</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>Heatmap</name>
    <message>
        <source>Designs against scenarios. %1</source>
        <translation>方案对场景。%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1, %2, fails: %3</source>
        <translation>%1，%2，失败：%3</translation>
    </message>
</context>
<context>
    <name>HostActions</name>
    <message>
        <source>Host actions</source>
        <translation>主机动作</translation>
    </message>
    <message>
        <source>Hover to preview, click to inject</source>
        <translation>悬停预览，点击注入</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show every action</source>
        <translation>显示所有动作</translation>
    </message>
</context>
<context>
    <name>IconButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>InlineLens</name>
    <message>
        <source>Play %1 steps</source>
        <translation>播放 %1 步</translation>
    </message>
    <message>
        <source>Hide the rule</source>
        <translation>隐藏该规则</translation>
    </message>
    <message>
        <source>Why this rule?</source>
        <translation>为何有此规则？</translation>
    </message>
</context>
<context>
    <name>KeyColumn</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>No key has these words.</source>
        <translation>没有含这些词的按键。</translation>
    </message>
</context>
<context>
    <name>KeyHelp</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Letters and digits rest while you type.</source>
        <translation>输入文字时，字母键和数字键不起作用。</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>%1: no key</source>
        <translation>%1：没有按键</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Press the new key, or Esc</source>
        <translation>按下新的键，或按 Esc</translation>
    </message>
    <message>
        <source>The shipped key of &quot;%1&quot; again</source>
        <translation>恢复“%1”的默认按键</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change the key of “%1”</source>
        <translation>更改“%1”的按键</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>This key has no name here; press another one.</source>
        <translation>这个键在这里没有名字，请换一个键。</translation>
    </message>
    <message>
        <source>Tab takes the keyboard to the next control and can mean nothing else.</source>
        <translation>Tab 用来把焦点移到下一个控件，不能另作他用。</translation>
    </message>
    <message>
        <source>Enter presses the button that has the keyboard and can mean nothing else.</source>
        <translation>Enter 用来按下有焦点的按钮，不能另作他用。</translation>
    </message>
    <message>
        <source>Esc closes what is open and can mean nothing else.</source>
        <translation>Esc 用来关闭打开的东西，不能另作他用。</translation>
    </message>
    <message>
        <source>%1 already means &quot;%2&quot; (%3); give that another key first.</source>
        <translation>%1 已用于“%2”（%3），请先给它换一个键。</translation>
    </message>
    <message>
        <source>There is no action &quot;%1&quot;.</source>
        <translation>没有动作“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; keeps its key.</source>
        <translation>“%1”的按键不能更改。</translation>
    </message>
</context>
<context>
    <name>LessonCard</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>从这里开始</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>Challenges %1, %2</source>
        <translation>挑战 %1，%2</translation>
    </message>
    <message>
        <source>Lesson %1, %2</source>
        <translation>课程 %1，%2</translation>
    </message>
    <message>
        <source>%1 %2 minutes. %3</source>
        <translation>%1 %2 分钟。%3</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 challenges</source>
        <translation>%1 道挑战</translation>
    </message>
</context>
<context>
    <name>LessonPane</name>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Challenges %1</source>
        <translation>挑战 %1</translation>
    </message>
    <message>
        <source>Lesson %1</source>
        <translation>课程 %1</translation>
    </message>
    <message>
        <source>Lesson %1  ·  %2</source>
        <translation>课程 %1  ·  %2</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>第 %1 题，共 %2 题</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>I know this: test me</source>
        <translation>我会了，考考我</translation>
    </message>
    <message>
        <source>Three questions on &quot;%1&quot;. All right, and its lessons are marked as known.</source>
        <translation>关于“%1”的三道题。全部答对，这个单元的课程就标记为已掌握。</translation>
    </message>
    <message>
        <source>Show me one way</source>
        <translation>演示一种做法</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>To the lessons</source>
        <translation>去上课</translation>
    </message>
    <message>
        <source>Ask me others</source>
        <translation>换几道题</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复习</translation>
    </message>
</context>
<context>
    <name>LessonScreen</name>
    <message>
        <source>Hide the lesson text</source>
        <translation>隐藏课文</translation>
    </message>
    <message>
        <source>Show the lesson text</source>
        <translation>显示课文</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>the lesson text</source>
        <translation>课文</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>系统图</translation>
    </message>
    <message>
        <source>the threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Below the map</source>
        <translation>系统图下方</translation>
    </message>
    <message>
        <source>the timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>The trace: bindlab replay plays it, the window opens it.</source>
        <translation>轨迹文件：可用 bindlab replay 播放，也可用窗口打开。</translation>
    </message>
    <message>
        <source>The map as it stands, its text as text.</source>
        <translation>当前的系统图，文字仍是文字。</translation>
    </message>
    <message>
        <source>The map as it is.</source>
        <translation>当前的系统图。</translation>
    </message>
</context>
<context>
    <name>LinkFlow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>LockRow</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
</context>
<context>
    <name>LoopMark</name>
    <message>
        <source>Everything is as at the start again: from there it can go round for ever.</source>
        <translation>一切又回到开头的样子：从那里起可以永远循环下去。</translation>
    </message>
    <message>
        <source>Everything is as after step %1 again: from there it can go round for ever.</source>
        <translation>一切又回到第 %1 步之后的样子：从那里起可以永远循环下去。</translation>
    </message>
</context>
<context>
    <name>MachineChart</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>MachineList</name>
    <message>
        <source>Machines</source>
        <translation>状态机</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>No machine has these words.</source>
        <translation>没有含这些词的状态机。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>MachineSheet</name>
    <message>
        <source>Sheet of %1</source>
        <translation>%1 的说明页</translation>
    </message>
    <message>
        <source>Export the sheet</source>
        <translation>导出说明页</translation>
    </message>
    <message>
        <source>Table from %1</source>
        <translation>表格出自 %1</translation>
    </message>
    <message>
        <source>Carried by %1</source>
        <translation>承载它的对象：%1</translation>
    </message>
    <message>
        <source>Read the chart larger</source>
        <translation>放大状态图</translation>
    </message>
    <message>
        <source>See the whole chart</source>
        <translation>查看整张状态图</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>拒绝</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 – Bindlab</source>
        <translation>%1 – Bindlab</translation>
    </message>
    <message>
        <source>Bindlab</source>
        <translation>Bindlab</translation>
    </message>
</context>
<context>
    <name>MapBoxes</name>
    <message>
        <source>freed</source>
        <translation>已释放</translation>
    </message>
    <message>
        <source>not published yet</source>
        <translation>尚未发布</translation>
    </message>
    <message>
        <source>out of its table</source>
        <translation>已移出表</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>1 个使用者</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 个使用者</translation>
    </message>
    <message>
        <source> (freed)</source>
        <translation>（已释放）</translation>
    </message>
    <message>
        <source>%1 dangles</source>
        <translation>%1 悬空</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 在 %2 中</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>非 %1</translation>
    </message>
</context>
<context>
    <name>MapEdges</name>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
</context>
<context>
    <name>MapMark</name>
    <message>
        <source>On the other side: %1</source>
        <translation>另一边：%1</translation>
    </message>
</context>
<context>
    <name>MapTable</name>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Pointers</source>
        <translation>指针</translation>
    </message>
    <message>
        <source>Map as a table</source>
        <translation>表格形式的系统图</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>MapToolbar</name>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Draw the map</source>
        <translation>画出系统图</translation>
    </message>
    <message>
        <source>Show the map as a table</source>
        <translation>以表格显示系统图</translation>
    </message>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>MatrixCard</name>
    <message>
        <source>%1, %2. %3 %4</source>
        <translation>%1，%2。%3 %4</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Must hold: %1</source>
        <translation>必须成立：%1</translation>
    </message>
    <message>
        <source>Essence: %1</source>
        <translation>关键顺序：%1</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>另外：%1</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>与 %1 对比</translation>
    </message>
    <message>
        <source>C; a second cell is the other side</source>
        <translation>C；第二个格子作为另一边</translation>
    </message>
</context>
<context>
    <name>MatrixFilters</name>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Designs</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Filter designs and scenarios</source>
        <translation>筛选方案和场景</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Combinations</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>基于</translation>
    </message>
    <message>
        <source>Flip choices…</source>
        <translation>翻转选择…</translation>
    </message>
    <message>
        <source>1 combination…</source>
        <translation>1 种组合…</translation>
    </message>
    <message>
        <source>%1 combinations…</source>
        <translation>%1 种组合…</translation>
    </message>
    <message>
        <source>Every combination of the choices you flip becomes a row</source>
        <translation>你翻转的选择的每种组合成为一行</translation>
    </message>
    <message>
        <source>Hide designs with a failure</source>
        <translation>隐藏有失败的方案</translation>
    </message>
    <message>
        <source>Hide equal columns</source>
        <translation>隐藏相同的列</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What is shown, as text for a mail, JSON, SVG or PNG</source>
        <translation>把显示的内容导出为邮件文本、JSON、SVG 或 PNG</translation>
    </message>
</context>
<context>
    <name>MatrixScreen</name>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>%1 designs in %2 scenarios</source>
        <translation>%1 个方案，%2 个场景</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>What is known of the cell</source>
        <translation>这个格子的已知情况</translation>
    </message>
    <message>
        <source>Bounded at depth n</source>
        <translation>到深度 n 未穷尽</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Fails after n steps</source>
        <translation>n 步后失败</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Arrow keys move the cell, Enter plays it, C adds it to Compare</source>
        <translation>方向键移动格子，Enter 播放，C 加入对比</translation>
    </message>
    <message>
        <source>%1 is A; C on another cell compares the two in its scenario</source>
        <translation>%1 是 A；在另一个格子上按 C，即在它的场景中对比两者</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Cells as a table</source>
        <translation>表格形式的格子</translation>
    </message>
</context>
<context>
    <name>MessageComposer</name>
    <message>
        <source>Send a message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Connect first</source>
        <translation>先连接</translation>
    </message>
    <message>
        <source>SPDM from GET_VERSION to FINISH, then the IDE keys: without a session no message is heard.</source>
        <translation>SPDM 从 GET_VERSION 到 FINISH，然后是 IDE 密钥：没有会话，消息就没人听。</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <translation>消息：%1</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Bytes of the message, as hex digits</source>
        <translation>消息的字节，十六进制</translation>
    </message>
    <message>
        <source>Hide the bytes</source>
        <translation>隐藏字节</translation>
    </message>
    <message>
        <source>Edit bytes first</source>
        <translation>先编辑字节</translation>
    </message>
    <message>
        <source>Wrong nonce</source>
        <translation>错误的 nonce</translation>
    </message>
    <message>
        <source>START_INTERFACE_REQUEST with one bit of the nonce turned round.</source>
        <translation>START_INTERFACE_REQUEST，其中 nonce 有一位被翻转。</translation>
    </message>
    <message>
        <source>Send twice</source>
        <translation>发送两次</translation>
    </message>
    <message>
        <source>The same message again before the first is answered.</source>
        <translation>在第一条得到回答之前，再发一条同样的消息。</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>In %1. </source>
        <translation>处于 %1。</translation>
    </message>
    <message>
        <source>sent: </source>
        <translation>发送：</translation>
    </message>
    <message>
        <source>answer: </source>
        <translation>回答：</translation>
    </message>
</context>
<context>
    <name>MessagePane</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Sum up SPDM and IDE_KM</source>
        <translation>合并 SPDM 和 IDE_KM</translation>
    </message>
    <message>
        <source>Show each SPDM and IDE_KM request</source>
        <translation>逐条显示 SPDM 和 IDE_KM 请求</translation>
    </message>
</context>
<context>
    <name>MessagePreview</name>
    <message>
        <source>Preview: %1 would lead to %2</source>
        <translation>预览：%1 会进入 %2</translation>
    </message>
    <message>
        <source>Host: %1</source>
        <translation>主机：%1</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>ModeTab</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>ModeTabs</name>
    <message>
        <source>Modes</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Two designs under one schedule</source>
        <translation>两个方案，同一个调度</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Every design against every scenario</source>
        <translation>每个方案对每个场景</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙盒</translation>
    </message>
    <message>
        <source>Designs of your own, checked as you type</source>
        <translation>你自己的方案，边写边检查</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The graph of every reachable state</source>
        <translation>全部可达状态的图</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>The TDISP device and its messages</source>
        <translation>TDISP 设备及其消息</translation>
    </message>
</context>
<context>
    <name>NewTextPopover</name>
    <message>
        <source>New text</source>
        <translation>新文本</translation>
    </message>
    <message>
        <source>A design picks patches of the shipped kernels and may have lines of its own; a model stands alone, with nothing of TSM in it.</source>
        <translation>方案从自带的内核里选取补丁，也可以有自己的代码行；模型则独立存在，里面没有 TSM 的内容。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>NextStepPicker</name>
    <message>
        <source>Next step belongs to</source>
        <translation>下一步属于</translation>
    </message>
    <message>
        <source>Every call has returned</source>
        <translation>所有调用都已返回</translation>
    </message>
    <message>
        <source>The run ends here</source>
        <translation>运行到此结束</translation>
    </message>
    <message>
        <source>%1 is blocked</source>
        <translation>%1 被阻塞</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The only step that can be taken</source>
        <translation>唯一能走的一步</translation>
    </message>
</context>
<context>
    <name>OrderCard</name>
    <message>
        <source>The order, first to last</source>
        <translation>顺序，从先到后</translation>
    </message>
    <message>
        <source>Try this order</source>
        <translation>试试这个顺序</translation>
    </message>
    <message>
        <source>Check every interleaving of it</source>
        <translation>检查它的所有交错</translation>
    </message>
</context>
<context>
    <name>OrderRow</name>
    <message>
        <source>%1 of %2: %3</source>
        <translation>第 %1 个，共 %2 个：%3</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
</context>
<context>
    <name>PaneHandle</name>
    <message>
        <source>Size of %1</source>
        <translation>%1的大小</translation>
    </message>
</context>
<context>
    <name>PartingPane</name>
    <message>
        <source>Why they part</source>
        <translation>为何分岔</translation>
    </message>
    <message>
        <source>Replay both</source>
        <translation>重放两边</translation>
    </message>
    <message>
        <source>Go to step %1</source>
        <translation>转到第 %1 步</translation>
    </message>
    <message>
        <source>Go to the split</source>
        <translation>转到分岔处</translation>
    </message>
    <message>
        <source>By a line of %1.</source>
        <translation>由于 %1 的一行代码。</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
</context>
<context>
    <name>PatchChooser</name>
    <message>
        <source>Patches of A and B</source>
        <translation>A 和 B 的补丁</translation>
    </message>
    <message>
        <source>Reset A</source>
        <translation>重置 A</translation>
    </message>
    <message>
        <source>Reset B</source>
        <translation>重置 B</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>%1 in A</source>
        <translation>A 有 %1</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>%1 in B</source>
        <translation>B 有 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1（%2）：%3</translation>
    </message>
</context>
<context>
    <name>PatchPopover</name>
    <message>
        <source>Patches of %1</source>
        <translation>%1 的补丁</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Each tick changes the text of the design; %1 takes it back.</source>
        <translation>每次勾选都会改动方案的文本；%1 可撤销。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>PickerRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>PredictionCard</name>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Show what happens without a guess</source>
        <translation>不猜，直接看结果</translation>
    </message>
    <message>
        <source>You passed this one.</source>
        <translation>这一题你跳过了。</translation>
    </message>
    <message>
        <source>You were not sure.</source>
        <translation>你不确定。</translation>
    </message>
</context>
<context>
    <name>PredictionOption</name>
    <message>
        <source>your guess, right</source>
        <translation>你的猜测，正确</translation>
    </message>
    <message>
        <source>what happens</source>
        <translation>实际结果</translation>
    </message>
    <message>
        <source>your guess, wrong</source>
        <translation>你的猜测，错误</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>你的猜测</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1，在 %2</translation>
    </message>
    <message>
        <source>Play %1 steps</source>
        <translation>播放 %1 步</translation>
    </message>
</context>
<context>
    <name>ProblemPane</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Problems, counterexample, log</source>
        <translation>问题、反例、日志</translation>
    </message>
    <message>
        <source>Counterexample</source>
        <translation>反例</translation>
    </message>
    <message>
        <source>Check log</source>
        <translation>检查日志</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Nothing: every interleaving was tried.</source>
        <translation>没有问题：所有交错都试过了。</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
</context>
<context>
    <name>ProblemTab</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>ProgressRows</name>
    <message>
        <source>%1 of %2 steps of the lessons, %3 of %4 challenges. It is kept in one file of this machine and goes nowhere.</source>
        <translation>课程 %1/%2 步，挑战 %3/%4 道。进度存在本机的一个文件里，不会传到别处。</translation>
    </message>
    <message>
        <source>File to write or to read</source>
        <translation>要写入或读取的文件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write it to this file</source>
        <translation>写入这个文件</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Take what this file has in place of it</source>
        <translation>用这个文件的内容替换进度</translation>
    </message>
    <message>
        <source>Read from %1</source>
        <translation>已从 %1 读取</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Forget all answers</source>
        <translation>忘掉所有回答</translation>
    </message>
    <message>
        <source>All is open again. Undo brings it back.</source>
        <translation>一切重新开放。可用“撤销”恢复。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take the last import or reset back</source>
        <translation>撤销上一次导入或重置</translation>
    </message>
    <message>
        <source>As it was before</source>
        <translation>已恢复原样</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>likewise</source>
        <translation>同上</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>System map after step %1 of %2</source>
        <translation>第 %1 步（共 %2 步）之后的系统图</translation>
    </message>
</context>
<context>
    <name>ReferenceBar</name>
    <message>
        <source>Reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Search everything here</source>
        <translation>搜索这里的全部内容</translation>
    </message>
    <message>
        <source>Search everything here (%1)</source>
        <translation>搜索这里的全部内容（%1）</translation>
    </message>
    <message>
        <source>Search the reference</source>
        <translation>搜索参考</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示的内容</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>ReferenceScreen</name>
    <message>
        <source>Reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>the terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>the mails and keys</source>
        <translation>邮件和按键</translation>
    </message>
    <message>
        <source>the keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>RefusalTable</name>
    <message>
        <source>Refusals</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>在 %1 中</translation>
    </message>
</context>
<context>
    <name>RepairCard</name>
    <message>
        <source>Attach and check</source>
        <translation>加上并检查</translation>
    </message>
    <message>
        <source>Check every interleaving with what is marked</source>
        <translation>带上勾选的内容检查所有交错</translation>
    </message>
    <message>
        <source>Mark what to attach first</source>
        <translation>请先勾选要加上的内容</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Ask me</source>
        <translation>开始提问</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Until tomorrow (Esc)</source>
        <translation>明天再问（Esc）</translation>
    </message>
</context>
<context>
    <name>SandboxScreen</name>
    <message>
        <source>Sandbox</source>
        <translation>沙盒</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Texts and what is in them</source>
        <translation>文本及其内容</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Copy a share code of this text and run</source>
        <translation>复制这段文本和运行的分享码</translation>
    </message>
    <message>
        <source>Export the text, its run, or the design as a patch series</source>
        <translation>导出文本、它的运行，或把方案导出为补丁系列</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>回到文本</translation>
    </message>
    <message>
        <source>Scenario and check</source>
        <translation>场景与检查</translation>
    </message>
    <message>
        <source>Live check on</source>
        <translation>实时检查开</translation>
    </message>
    <message>
        <source>Live check off</source>
        <translation>实时检查关</translation>
    </message>
    <message>
        <source>Write a design or a model of your own; it is checked while you type.</source>
        <translation>写一个你自己的方案或模型，边写边检查。</translation>
    </message>
    <message>
        <source>New, from a template</source>
        <translation>从模板新建</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>The run as a trace that brings the text and its scenario along: bindlab FILE opens it.</source>
        <translation>把运行存为轨迹文件，附带文本和场景：用 bindlab FILE 打开。</translation>
    </message>
    <message>
        <source>The editor as it is.</source>
        <translation>当前的编辑器。</translation>
    </message>
</context>
<context>
    <name>ScenarioPane</name>
    <message>
        <source>Scenario and check</source>
        <translation>场景与检查</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>补丁</translation>
    </message>
    <message>
        <source>Switch patches and known mistakes on and off</source>
        <translation>开关补丁和已知错误</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>No scenario yet. Write one: scenario S1 name &quot;what happens&quot; { thread T1 { a_flow(); } }</source>
        <translation>还没有场景。写一个：scenario S1 name &quot;what happens&quot; { thread T1 { a_flow(); } }</translation>
    </message>
    <message>
        <source>No scenario yet. Choose one above; what you change of it becomes your own.</source>
        <translation>还没有场景。在上面选一个；你改动之后就成为你自己的。</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>From outside: reset, unplug, guest</source>
        <translation>来自外部：复位、拔出、客户机</translation>
    </message>
    <message>
        <source>Given: %1</source>
        <translation>已知：%1</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>%1 properties</source>
        <translation>%1 条性质</translation>
    </message>
    <message>
        <source>Check as I type</source>
        <translation>边写边检查</translation>
    </message>
    <message>
        <source>Merge equal states</source>
        <translation>合并等价状态</translation>
    </message>
    <message>
        <source>States that differ only in which of equal threads is which are taken as one</source>
        <translation>只差在相同线程谁是谁的状态，当作同一个状态</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check all interleavings</source>
        <translation>检查所有交错</translation>
    </message>
    <message>
        <source>Play the run of the chosen problem, or the start</source>
        <translation>播放所选问题的运行，没有则从开头播放</translation>
    </message>
</context>
<context>
    <name>Scrubber</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search or run</source>
        <translation>搜索或执行</translation>
    </message>
    <message>
        <source>Opens the list of actions, %1</source>
        <translation>打开动作列表，%1</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>回到原来的地方</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>High contrast is white on black, with lines in place of fills. The desktop tells whether it is dark or light.</source>
        <translation>高对比度是黑底白字，用线条代替填充。桌面决定深色还是浅色。</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>From 80 to 200 %; rows and panes grow with it.</source>
        <translation>从 80 % 到 200 %；行和面板随之变大。</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Without it, states switch at once and nothing travels or fades.</source>
        <translation>关闭后，状态立即切换，没有移动和淡入淡出。</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>It is spoken from the next start of the window on.</source>
        <translation>下次启动窗口时生效。</translation>
    </message>
    <message>
        <source>What the model says, its names and its flows stay in English.</source>
        <translation>模型给出的句子、名字和流程仍是英文。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Runs and panes</source>
        <translation>运行与面板</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>How fast a run is played; the timeline has it, too.</source>
        <translation>运行的播放速度；时间线上也可以设置。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Every pane of every screen goes back to its own size.</source>
        <translation>每个画面的每个面板恢复默认大小。</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Progress: export, import or reset, undo</source>
        <translation>进度：导出、导入或重置、撤销</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files: where things are kept, settings, progress, lessons, texts of the sandbox</source>
        <translation>文件：各种内容存放的位置，设置、进度、课程、沙盒文本</translation>
    </message>
    <message>
        <source>All of it stays on this machine.</source>
        <translation>所有内容都只留在本机。</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有按键</translation>
    </message>
    <message>
        <source>Letters and digits rest while you type. No two actions of a screen share a key.</source>
        <translation>输入文字时，字母键和数字键不起作用。同一画面的两个动作不能共用一个键。</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>重置所有按键</translation>
    </message>
    <message>
        <source>Every action has its shipped keys again</source>
        <translation>所有动作恢复默认按键</translation>
    </message>
    <message>
        <source>No setting has these words. Esc shows all of them.</source>
        <translation>没有含这些词的设置。Esc 显示全部。</translation>
    </message>
    <message>
        <source>Questions to remember</source>
        <translation>需要记住的问题</translation>
    </message>
    <message>
        <source>At most three a day, of lessons you have done. What you know rests longer each time.</source>
        <translation>每天最多三题，来自你学过的课程。答对的题，间隔会一次比一次长。</translation>
    </message>
    <message>
        <source>Offer them at the start</source>
        <translation>启动时提供</translation>
    </message>
</context>
<context>
    <name>SideRow</name>
    <message>
        <source>%1, %2 problems</source>
        <translation>%1，%2 个问题</translation>
    </message>
</context>
<context>
    <name>SourceColumn</name>
    <message>
        <source>Mails and documents</source>
        <translation>邮件与文档</translation>
    </message>
    <message>
        <source>No mail or document has these words.</source>
        <translation>没有含这些词的邮件或文档。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>SourceNote</name>
    <message>
        <source>Based on %1</source>
        <translation>依据 %1</translation>
    </message>
    <message>
        <source>Shows author, date and subject</source>
        <translation>显示作者、日期和主题</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>SpeedPicker</name>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
</context>
<context>
    <name>StateDetails</name>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>后续步骤</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
</context>
<context>
    <name>StateGraphItem</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>State %1</source>
        <translation>状态 %1</translation>
    </message>
    <message>
        <source>%1 states</source>
        <translation>%1 个状态</translation>
    </message>
</context>
<context>
    <name>StatePath</name>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Back to the failing path</source>
        <translation>回到失败路径</translation>
    </message>
    <message>
        <source>Back to the first run</source>
        <translation>回到最初的运行</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>破坏</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Open in lesson map</source>
        <translation>在课程系统图中打开</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Plays this run in the workbench, up to this state (Enter in the graph)</source>
        <translation>在工作台播放这个运行，直到这个状态（图中按 Enter）</translation>
    </message>
</context>
<context>
    <name>StatesBar</name>
    <message>
        <source>Whose states are shown</source>
        <translation>显示谁的状态</translation>
    </message>
    <message>
        <source>Design: %1, %2</source>
        <translation>方案：%1，%2</translation>
    </message>
    <message>
        <source>Scenario: %1, %2</source>
        <translation>场景：%1，%2</translation>
    </message>
    <message>
        <source>Platform: %1</source>
        <translation>平台：%1</translation>
    </message>
    <message>
        <source>Step, lock, object</source>
        <translation>步、锁、对象</translation>
    </message>
    <message>
        <source>Search the states</source>
        <translation>搜索状态</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>StatesGraphPane</name>
    <message>
        <source>Graph of states</source>
        <translation>状态图</translation>
    </message>
    <message>
        <source>The whole graph in small</source>
        <translation>整张图的缩略图</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit the graph</source>
        <translation>适应整张图</translation>
    </message>
</context>
<context>
    <name>StatesHead</name>
    <message>
        <source>How the states are shown</source>
        <translation>状态的显示方式</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>By depth</source>
        <translation>按深度</translation>
    </message>
    <message>
        <source>By progress</source>
        <translation>按进度</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>力导向</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>TDI and lifetime</source>
        <translation>TDI 与生命周期</translation>
    </message>
    <message>
        <source>Locks held</source>
        <translation>持有的锁</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>Details of the state</source>
        <translation>状态的详情</translation>
    </message>
</context>
<context>
    <name>StatesLegend</name>
    <message>
        <source>Line colour is the thread that moves. %1</source>
        <translation>线的颜色表示走这一步的线程。%1</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>StatesScreen</name>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>the details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>StatesSearch</name>
    <message>
        <source>being made</source>
        <translation>创建中</translation>
    </message>
    <message>
        <source>live</source>
        <translation>存活</translation>
    </message>
    <message>
        <source>out of reach</source>
        <translation>不可达</translation>
    </message>
    <message>
        <source>freed</source>
        <translation>已释放</translation>
    </message>
    <message>
        <source>%1 held by %2</source>
        <translation>%1 由 %2 持有</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>StatesTable</name>
    <message>
        <source>States as a table</source>
        <translation>表格形式的状态</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Broken by the step here</source>
        <translation>由走到这里的一步破坏</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>StatesViewModel</name>
    <message>
        <source>1 state</source>
        <translation>1 个状态</translation>
    </message>
    <message>
        <source>%1 states</source>
        <translation>%1 个状态</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>1 failing end</source>
        <translation>1 个失败终点</translation>
    </message>
    <message>
        <source>%1 failing ends</source>
        <translation>%1 个失败终点</translation>
    </message>
    <message>
        <source>no safe end</source>
        <translation>没有安全终点</translation>
    </message>
    <message>
        <source>1 safe end</source>
        <translation>1 个安全终点</translation>
    </message>
    <message>
        <source>%1 safe ends</source>
        <translation>%1 个安全终点</translation>
    </message>
    <message>
        <source>1 dead end</source>
        <translation>1 条死路</translation>
    </message>
    <message>
        <source>%1 dead ends</source>
        <translation>%1 条死路</translation>
    </message>
    <message>
        <source>same progress</source>
        <translation>进度相同</translation>
    </message>
    <message>
        <source>same depth</source>
        <translation>深度相同</translation>
    </message>
    <message>
        <source>same TDI state, same lines</source>
        <translation>TDI 状态相同，所在行相同</translation>
    </message>
    <message>
        <source>same TDI state, same calls</source>
        <translation>TDI 状态相同，所在调用相同</translation>
    </message>
    <message>
        <source>same TDI state</source>
        <translation>TDI 状态相同</translation>
    </message>
    <message>
        <source>same outcome</source>
        <translation>结局相同</translation>
    </message>
    <message>
        <source>%1 states shown as %2 groups: %3, %4</source>
        <translation>%1 个状态归为 %2 组显示：%3，%4</translation>
    </message>
    <message>
        <source>as far</source>
        <translation>进度相同</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>经过 %1</translation>
    </message>
    <message>
        <source>TDI in %1</source>
        <translation>TDI 处于 %1</translation>
    </message>
    <message>
        <source>each thread at the same line</source>
        <translation>各线程在同一行</translation>
    </message>
    <message>
        <source>each thread in the same call</source>
        <translation>各线程在同一调用</translation>
    </message>
    <message>
        <source>One of %1 states that are drawn as one: %2. Below it is the nearest, or that of the shown run.</source>
        <translation>%1 个状态画成一个，这是其中之一：%2。下面是最近的一个，或所示运行经过的那个。</translation>
    </message>
    <message>
        <source>Shortest run to %1</source>
        <translation>到%1的最短运行</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>状态 %1 </translation>
    </message>
    <message>
        <source>Shortest path to a violation</source>
        <translation>到违反处的最短路径</translation>
    </message>
    <message>
        <source>Shortest run to an end</source>
        <translation>到终点的最短运行</translation>
    </message>
    <message>
        <source>This design does not go together with this scenario: %1</source>
        <translation>这个方案与这个场景不相容：%1</translation>
    </message>
    <message>
        <source>This cannot be run: %1</source>
        <translation>无法运行：%1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>has spoilt memory</source>
        <translation>已破坏内存</translation>
    </message>
    <message>
        <source>may move</source>
        <translation>可以走</translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation>由 %1 持有</translation>
    </message>
    <message>
        <source>cannot go on</source>
        <translation>无法继续</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>closes everything at the end</source>
        <translation>最后关闭一切</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>read by %1</source>
        <translation>由 %1 读取</translation>
    </message>
    <message>
        <source>%1 waits</source>
        <translation>%1 在等待</translation>
    </message>
    <message>
        <source>%1 wait</source>
        <translation>%1 在等待</translation>
    </message>
    <message>
        <source>%1 (freed)</source>
        <translation>%1（已释放）</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>TDI in RUN</source>
        <translation>TDI 处于 RUN</translation>
    </message>
    <message>
        <source>TDI locked</source>
        <translation>TDI 已锁定</translation>
    </message>
    <message>
        <source>unbound</source>
        <translation>未 bind</translation>
    </message>
    <message>
        <source>TDI in ERROR</source>
        <translation>TDI 处于 ERROR</translation>
    </message>
    <message>
        <source>no lock held</source>
        <translation>没有持有锁</translation>
    </message>
    <message>
        <source>%1 holds</source>
        <translation>%1 持有</translation>
    </message>
    <message>
        <source>several hold</source>
        <translation>多个持有</translation>
    </message>
    <message>
        <source>every run holds</source>
        <translation>所有运行成立</translation>
    </message>
    <message>
        <source>some fail</source>
        <translation>部分失败</translation>
    </message>
    <message>
        <source>no way back</source>
        <translation>无法挽回</translation>
    </message>
    <message>
        <source>%1 freed</source>
        <translation>%1 已释放</translation>
    </message>
    <message>
        <source>an object freed</source>
        <translation>有对象已释放</translation>
    </message>
    <message>
        <source>violation</source>
        <translation>违反</translation>
    </message>
    <message>
        <source>dead end</source>
        <translation>死路</translation>
    </message>
    <message>
        <source>end: holds</source>
        <translation>终点：成立</translation>
    </message>
    <message>
        <source>%1, no way back</source>
        <translation>%1，无法挽回</translation>
    </message>
    <message>
        <source>%1, %2 safe</source>
        <translation>%1，%2 个安全</translation>
    </message>
    <message>
        <source>State %1</source>
        <translation>状态 %1</translation>
    </message>
    <message>
        <source>breaks %1</source>
        <translation>破坏 %1</translation>
    </message>
    <message>
        <source>%1: %2, to state %3. %4</source>
        <translation>%1：%2，到状态 %3。%4</translation>
    </message>
    <message>
        <source>on the failing path</source>
        <translation>在失败路径上</translation>
    </message>
    <message>
        <source>end: fails</source>
        <translation>终点：失败</translation>
    </message>
    <message>
        <source>memory is lost</source>
        <translation>内存泄漏</translation>
    </message>
    <message>
        <source>after a failure</source>
        <translation>在失败之后</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>everything is being closed</source>
        <translation>正在关闭一切</translation>
    </message>
    <message>
        <source>%1 of %2 threads</source>
        <translation>%1/%2 个线程</translation>
    </message>
    <message>
        <source>Every call has returned, and nothing was broken on the way here.</source>
        <translation>所有调用都已返回，一路没有破坏任何性质。</translation>
    </message>
    <message>
        <source>Here a run has failed.</source>
        <translation>运行在这里失败。</translation>
    </message>
    <message>
        <source>Every run that comes here has failed before.</source>
        <translation>走到这里的运行之前都已失败。</translation>
    </message>
    <message>
        <source>1 end fails</source>
        <translation>1 个终点失败</translation>
    </message>
    <message>
        <source>%1 ends fail</source>
        <translation>%1 个终点失败</translation>
    </message>
    <message>
        <source>1 is safe</source>
        <translation>1 个安全</translation>
    </message>
    <message>
        <source>%1 are safe</source>
        <translation>%1 个安全</translation>
    </message>
    <message>
        <source>From here every run holds.</source>
        <translation>从这里起，所有运行都成立。</translation>
    </message>
    <message>
        <source>No way back: from here every run fails, in %1.</source>
        <translation>无法挽回：从这里起所有运行都失败，共 %1。</translation>
    </message>
    <message>
        <source>1 end</source>
        <translation>1 个终点</translation>
    </message>
    <message>
        <source>%1 ends</source>
        <translation>%1 个终点</translation>
    </message>
    <message>
        <source>From here %1 and %2.</source>
        <translation>从这里起，%1，%2。</translation>
    </message>
    <message>
        <source>After step %1 every run fails.</source>
        <translation>第 %1 步之后，所有运行都失败。</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
</context>
<context>
    <name>StepBlock</name>
    <message>
        <source>Step %1. %2</source>
        <translation>第 %1 步。%2</translation>
    </message>
    <message>
        <source>%1 (not the step that was asked for)</source>
        <translation>%1（不是要求的那一步）</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps of the lesson</source>
        <translation>课程的步骤</translation>
    </message>
    <message>
        <source>Step %1, %2, %3</source>
        <translation>第 %1 步，%2，%3</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>未到</translation>
    </message>
</context>
<context>
    <name>SwitchChooser</name>
    <message>
        <source>Choices of %1 to flip</source>
        <translation>%1 中可翻转的选择</translation>
    </message>
    <message>
        <source>1 combination</source>
        <translation>1 种组合</translation>
    </message>
    <message>
        <source>%1 combinations</source>
        <translation>%1 种组合</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Each choice is made as the design has it and the other way; what lacks a patch it needs, or cannot be applied, is left out. At most 100 rows.</source>
        <translation>每个选择都按方案原样和反过来各试一次；缺少所需补丁或无法应用的略去。最多 100 行。</translation>
    </message>
    <message>
        <source>%1 (has it)</source>
        <translation>%1（已有）</translation>
    </message>
</context>
<context>
    <name>SystemMap</name>
    <message>
        <source>System map. Arrow keys walk from object to object.</source>
        <translation>系统图。用方向键在对象之间移动。</translation>
    </message>
</context>
<context>
    <name>TermColumn</name>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>No term has these words.</source>
        <translation>没有含这些词的术语。</translation>
    </message>
    <message>
        <source>%1 · also %2</source>
        <translation>%1 · 又称 %2</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>用于</translation>
    </message>
</context>
<context>
    <name>TextsPane</name>
    <message>
        <source>Texts and what is in them</source>
        <translation>文本及其内容</translation>
    </message>
    <message>
        <source>Designs and models</source>
        <translation>方案与模型</translation>
    </message>
    <message>
        <source>Put the removed text back</source>
        <translation>恢复移除的文本</translation>
    </message>
    <message>
        <source>New, from a template</source>
        <translation>从模板新建</translation>
    </message>
    <message>
        <source>Remove %1; it can be put back</source>
        <translation>移除 %1；可以恢复</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>Flows of the kernel</source>
        <translation>内核的流程</translation>
    </message>
    <message>
        <source>%1: your lines are in it</source>
        <translation>%1：里面有你的代码行</translation>
    </message>
    <message>
        <source>%1: change it, and your lines become a patch</source>
        <translation>%1：改动它，你的代码行就成为补丁</translation>
    </message>
    <message>
        <source>Locks, in order</source>
        <translation>锁，按顺序</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>引用</translation>
    </message>
</context>
<context>
    <name>ThreadCard</name>
    <message>
        <source>Step %1</source>
        <translation>%1 走一步</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>阻塞</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已丢失</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>完成：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is blocked: %2</source>
        <translation>%1 被阻塞：%2</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 已完成</translation>
    </message>
    <message>
        <source>%1 ›</source>
        <translation>%1 ›</translation>
    </message>
    <message>
        <source>Called from %1</source>
        <translation>调用自 %1</translation>
    </message>
</context>
<context>
    <name>ThreadsPane</name>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>按</translation>
    </message>
    <message>
        <source>to step one</source>
        <translation>让线程走一步</translation>
    </message>
    <message>
        <source>%1 has %2</source>
        <translation>%1 有 %2</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>Marked: step %1</source>
        <translation>已标记：第 %1 步</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Show it to me</source>
        <translation>演示给我看</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一站</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一站</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>It can be started from the keys and by its name</source>
        <translation>可以从按键列表或按名字启动它</translation>
    </message>
    <message>
        <source>Leave the tour here (Esc)</source>
        <translation>在这里离开导览（Esc）</translation>
    </message>
</context>
<context>
    <name>TransitionTable</name>
    <message>
        <source>Transitions</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Guard / action</source>
        <translation>守卫 / 动作</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>不变</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Nothing is recorded ahead. Pick the thread that goes next.</source>
        <translation>后面没有记录。选择接下来走的线程。</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开头</translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ValueRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Of an older text: %1</source>
        <translation>属于旧文本：%1</translation>
    </message>
    <message>
        <source>older text</source>
        <translation>旧文本</translation>
    </message>
</context>
<context>
    <name>VerdictChip</name>
    <message>
        <source>%1. Stop the check</source>
        <translation>%1。停止检查</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>See why the order matters</source>
        <translation>看看顺序为何重要</translation>
    </message>
    <message>
        <source>Bindlab walks through how Linux hands a device to a confidential VM. You choose which thread moves next. The checker then tries every other order for you.</source>
        <translation>Bindlab 带你走一遍 Linux 如何把设备交给机密虚拟机。你来选择接下来由哪个线程走，检查器再替你试遍其余的顺序。</translation>
    </message>
    <message>
        <source>Continue lesson %1</source>
        <translation>继续课程 %1</translation>
    </message>
    <message>
        <source>Start lesson %1</source>
        <translation>开始课程 %1</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有按键</translation>
    </message>
    <message>
        <source>Step threads yourself</source>
        <translation>亲手推进线程</translation>
    </message>
    <message>
        <source>Play the shortest failure</source>
        <translation>播放最短的失败</translation>
    </message>
    <message>
        <source>Check every order</source>
        <translation>检查每种顺序</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>One lesson, about %1 minutes</source>
        <translation>一门课程，约 %1 分钟</translation>
    </message>
    <message>
        <source>%1 lessons, about %2 minutes</source>
        <translation>%1 门课程，约 %2 分钟</translation>
    </message>
    <message>
        <source>Challenges</source>
        <translation>挑战</translation>
    </message>
    <message>
        <source>%1 of %2 solved. Each has a par, found by the checker.</source>
        <translation>已解出 %1/%2 道。每道都有检查器求出的标准步数。</translation>
    </message>
    <message>
        <source>Your lessons</source>
        <translation>你的课程</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Playing a run</source>
        <translation>播放运行</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>系统图</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙盒</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>Jump to the violation</source>
        <translation>跳到违反处</translation>
    </message>
    <message>
        <source>Mark this step, or unmark it</source>
        <translation>标记这一步，或取消标记</translation>
    </message>
    <message>
        <source>Next marked step</source>
        <translation>下一个标记的步</translation>
    </message>
    <message>
        <source>Go to a step or a recent run</source>
        <translation>转到某一步或最近的运行</translation>
    </message>
    <message>
        <source>Copy a share code of this moment</source>
        <translation>复制此刻的分享码</translation>
    </message>
    <message>
        <source>Check every interleaving</source>
        <translation>检查所有交错</translation>
    </message>
    <message>
        <source>Zoom into the map</source>
        <translation>放大系统图</translation>
    </message>
    <message>
        <source>Zoom out of the map</source>
        <translation>缩小系统图</translation>
    </message>
    <message>
        <source>Fit the map</source>
        <translation>适应整张系统图</translation>
    </message>
    <message>
        <source>The map as a table, or drawn</source>
        <translation>系统图：表格或图形</translation>
    </message>
    <message>
        <source>Why this value</source>
        <translation>为何是这个值</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>I know this unit: test me</source>
        <translation>这个单元我会了，考考我</translation>
    </message>
    <message>
        <source>Start this page again</source>
        <translation>重新开始本页</translation>
    </message>
    <message>
        <source>Play or pause both</source>
        <translation>播放或暂停两边</translation>
    </message>
    <message>
        <source>Step both back</source>
        <translation>两边后退一步</translation>
    </message>
    <message>
        <source>Step both forward</source>
        <translation>两边前进一步</translation>
    </message>
    <message>
        <source>Both to the start</source>
        <translation>两边回到开头</translation>
    </message>
    <message>
        <source>Both to the end</source>
        <translation>两边到末尾</translation>
    </message>
    <message>
        <source>Jump to the split</source>
        <translation>跳到分岔处</translation>
    </message>
    <message>
        <source>Jump to the first failure</source>
        <translation>跳到第一个失败</translation>
    </message>
    <message>
        <source>Side by side, diff, overlay</source>
        <translation>并排、差异、叠加</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>两者互换</translation>
    </message>
    <message>
        <source>Add the cell to Compare</source>
        <translation>把格子加入对比</translation>
    </message>
    <message>
        <source>Play the cell&apos;s failure</source>
        <translation>播放格子的失败</translation>
    </message>
    <message>
        <source>Play or pause the run</source>
        <translation>播放或暂停运行</translation>
    </message>
    <message>
        <source>Zoom into the graph</source>
        <translation>放大状态图</translation>
    </message>
    <message>
        <source>Zoom out of the graph</source>
        <translation>缩小状态图</translation>
    </message>
    <message>
        <source>Fit the graph</source>
        <translation>适应整张图</translation>
    </message>
    <message>
        <source>Search the states</source>
        <translation>搜索状态</translation>
    </message>
    <message>
        <source>Next state that was found</source>
        <translation>下一个找到的状态</translation>
    </message>
    <message>
        <source>State found before</source>
        <translation>上一个找到的状态</translation>
    </message>
    <message>
        <source>Open in the lesson map</source>
        <translation>在课程系统图中打开</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Take the last one back</source>
        <translation>撤回上一条</translation>
    </message>
    <message>
        <source>Connect the device</source>
        <translation>连接设备</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>上一个问题</translation>
    </message>
    <message>
        <source>Apply the first fix</source>
        <translation>应用第一个修复</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>New text from a template</source>
        <translation>从模板新建文本</translation>
    </message>
    <message>
        <source>Play the chosen problem</source>
        <translation>播放所选的问题</translation>
    </message>
    <message>
        <source>Copy a share code of this text and run</source>
        <translation>复制这段文本和运行的分享码</translation>
    </message>
    <message>
        <source>Search the reference</source>
        <translation>搜索参考</translation>
    </message>
    <message>
        <source>Take this design to the sandbox</source>
        <translation>把这个方案带到沙盒</translation>
    </message>
    <message>
        <source>Take design B to the sandbox</source>
        <translation>把方案 B 带到沙盒</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Compare two designs</source>
        <translation>对比两个方案</translation>
    </message>
    <message>
        <source>The matrix of designs</source>
        <translation>方案矩阵</translation>
    </message>
    <message>
        <source>The sandbox: designs of your own</source>
        <translation>沙盒：你自己的方案</translation>
    </message>
    <message>
        <source>The graph of states</source>
        <translation>状态图</translation>
    </message>
    <message>
        <source>The device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>The reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>搜索或执行</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>导出显示的内容</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个面板</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个面板</translation>
    </message>
    <message>
        <source>Switch between dark and light</source>
        <translation>切换深色与浅色</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>正常文字大小</translation>
    </message>
    <message>
        <source>Export, import or reset progress</source>
        <translation>导出、导入或重置进度</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Take the tour, or go on with it</source>
        <translation>开始导览，或继续</translation>
    </message>
    <message>
        <source>Take the tour from its start</source>
        <translation>从头开始导览</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Close or clear</source>
        <translation>关闭或清除</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Step thread %1</source>
        <translation>线程 %1 走一步</translation>
    </message>
    <message>
        <source>Review questions</source>
        <translation>复习问题</translation>
    </message>
</context>
<context>
    <name>bindlab::AppViewModel</name>
    <message>
        <source>Marked step %1</source>
        <translation>标记的第 %1 步</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Recent run</source>
        <translation>最近的运行</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>系统图上</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>在 %1 中</translation>
    </message>
    <message>
        <source>Challenges %1</source>
        <translation>挑战 %1</translation>
    </message>
    <message>
        <source>Lesson %1</source>
        <translation>课程 %1</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1，第 %2 步</translation>
    </message>
    <message>
        <source>State machine</source>
        <translation>状态机</translation>
    </message>
    <message>
        <source>Go to step %1</source>
        <translation>转到第 %1 步</translation>
    </message>
    <message>
        <source>Open the shared moment</source>
        <translation>打开分享的时刻</translation>
    </message>
    <message>
        <source>Share code</source>
        <translation>分享码</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Lessons of your own</source>
        <translation>你自己的课程</translation>
    </message>
    <message>
        <source>Texts of the sandbox</source>
        <translation>沙盒的文本</translation>
    </message>
    <message>
        <source>Checked cells of the matrix</source>
        <translation>矩阵中检查过的格子</translation>
    </message>
    <message>
        <source>There is no lesson &quot;%1&quot;.</source>
        <translation>没有课程“%1”。</translation>
    </message>
    <message>
        <source>There are no questions on &quot;%1&quot;.</source>
        <translation>没有关于“%1”的题目。</translation>
    </message>
    <message>
        <source>The share code cannot be played here: %1</source>
        <translation>分享码无法在这里播放：%1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1. What you see is how it was before.</source>
        <translation>%1。你看到的是之前的样子。</translation>
    </message>
    <message>
        <source>%1: %2. What you see is how it was before.</source>
        <translation>%1：%2。你看到的是之前的样子。</translation>
    </message>
</context>
<context>
    <name>bindlab::CheckViewModel</name>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>%1 states, depth %2</source>
        <translation>%1 个状态，深度 %2</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Bounded</source>
        <translation>未穷尽</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>The design has changed since the last check.</source>
        <translation>上次检查之后，方案有了改动。</translation>
    </message>
    <message>
        <source>Tries every interleaving of these calls.</source>
        <translation>试遍这些调用的所有交错。</translation>
    </message>
    <message>
        <source>Trying every interleaving.</source>
        <translation>正在试遍所有交错。</translation>
    </message>
    <message>
        <source>Every interleaving was tried: %1 states, %2 transitions, the longest run %3 steps.</source>
        <translation>所有交错都试过了：%1 个状态，%2 个转移，最长的运行 %3 步。</translation>
    </message>
    <message>
        <source>Stopped at %1 states, before every interleaving was tried: %2.</source>
        <translation>在 %1 个状态处停止，还没有试遍所有交错：%2。</translation>
    </message>
    <message>
        <source>This design has no words for what is asked.</source>
        <translation>这个方案无法表达要检查的内容。</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>Use after free</source>
        <translation>释放后使用</translation>
    </message>
    <message>
        <source>Unguarded access</source>
        <translation>无保护访问</translation>
    </message>
    <message>
        <source>Lock never released</source>
        <translation>锁从未释放</translation>
    </message>
    <message>
        <source>Deadlock</source>
        <translation>死锁</translation>
    </message>
    <message>
        <source>%1 broken</source>
        <translation>%1 被破坏</translation>
    </message>
</context>
<context>
    <name>bindlab::CompareViewModel</name>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>%1 states</source>
        <translation>%1 个状态</translation>
    </message>
    <message>
        <source>Threads take turns</source>
        <translation>线程轮流</translation>
    </message>
    <message>
        <source>%1 breaks %2, %3</source>
        <translation>%1 破坏 %2，%3</translation>
    </message>
    <message>
        <source>%1 was stopped before its check was done.</source>
        <translation>%1 的检查未做完就停止了。</translation>
    </message>
    <message>
        <source>%1 cannot be run: %2</source>
        <translation>%1 无法运行：%2</translation>
    </message>
    <message>
        <source>%1 does not apply: %2</source>
        <translation>%1 不适用：%2</translation>
    </message>
    <message>
        <source>%1 is %2 in %3 and %4 in %5</source>
        <translation>%1 在 %3 中是 %2，在 %5 中是 %4</translation>
    </message>
    <message>
        <source>Before that step %1.</source>
        <translation>在那一步之前，%1。</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>，并且 </translation>
    </message>
    <message>
        <source>Nothing broken</source>
        <translation>没有破坏</translation>
    </message>
    <message>
        <source>%1 they part</source>
        <translation>%1 分岔</translation>
    </message>
    <message>
        <source>safe, %1</source>
        <translation>安全，%1</translation>
    </message>
    <message>
        <source>fails, %1</source>
        <translation>失败，%1</translation>
    </message>
    <message>
        <source>bounded, %1</source>
        <translation>未穷尽，%1</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>returns %1</source>
        <translation>返回 %1</translation>
    </message>
    <message>
        <source>%1 has ended</source>
        <translation>%1 已结束</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, so %2</source>
        <translation>%1，因此 %2</translation>
    </message>
    <message>
        <source>Step %1, they part</source>
        <translation>第 %1 步，分岔</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>to depth %1</source>
        <translation>到深度 %1</translation>
    </message>
    <message>
        <source>%1, %2. %3: %4. %5: %6.</source>
        <translation>%1，%2。%3：%4。%5：%6。</translation>
    </message>
    <message>
        <source>Checking both: %1 states</source>
        <translation>正在检查两边：%1 个状态</translation>
    </message>
    <message>
        <source>The runs part at step %1</source>
        <translation>两个运行在第 %1 步分岔</translation>
    </message>
    <message>
        <source>The runs never part</source>
        <translation>两个运行始终一致</translation>
    </message>
    <message>
        <source>%1 against %2 in %3, %4</source>
        <translation>%1 对 %2，在 %3 中，%4</translation>
    </message>
    <message>
        <source>%1  %2, after step %3</source>
        <translation>%1  %2，第 %3 步之后</translation>
    </message>
</context>
<context>
    <name>bindlab::DeviceViewModel</name>
    <message>
        <source>%1 bytes; the composer sends at most %2</source>
        <translation>%1 字节；编写器最多发送 %2 字节</translation>
    </message>
    <message>
        <source>no bytes</source>
        <translation>没有字节</translation>
    </message>
    <message>
        <source>%1, %2 bytes</source>
        <translation>%1，%2 字节</translation>
    </message>
    <message>
        <source>A new device. There is no SPDM session yet.</source>
        <translation>一台新设备。还没有 SPDM 会话。</translation>
    </message>
    <message>
        <source>Taken back. The TDI is in %1.</source>
        <translation>已撤回。TDI 处于 %1。</translation>
    </message>
    <message>
        <source>The session is up and the stream is secure.</source>
        <translation>会话已建立，流已安全。</translation>
    </message>
    <message>
        <source>%1. The TDI is in %2.</source>
        <translation>%1。TDI 处于 %2。</translation>
    </message>
    <message>
        <source>%1 is refused: %2</source>
        <translation>%1 被拒绝：%2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Sent twice: the second finds the first outstanding.</source>
        <translation>发送了两次：第二条到时，第一条还未得到回答。</translation>
    </message>
    <message>
        <source>Optional; this device does not have it.</source>
        <translation>可选；这台设备没有它。</translation>
    </message>
    <message>
        <source>a device of your own</source>
        <translation>你自己的设备</translation>
    </message>
    <message>
        <source>Send what you like.</source>
        <translation>随意发送。</translation>
    </message>
    <message>
        <source>%1 of the run</source>
        <translation>运行中的 %1</translation>
    </message>
    <message>
        <source>SPDM session up</source>
        <translation>SPDM 会话已建立</translation>
    </message>
    <message>
        <source>SPDM session: %1</source>
        <translation>SPDM 会话：%1</translation>
    </message>
    <message>
        <source>IDE stream %1 %2</source>
        <translation>IDE 流 %1 %2</translation>
    </message>
</context>
<context>
    <name>bindlab::EditorText</name>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Complete %1</source>
        <translation>补全 %1</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Indent</source>
        <translation>缩进</translation>
    </message>
    <message>
        <source>Indent less</source>
        <translation>减少缩进</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
</context>
<context>
    <name>bindlab::LanguageChoice</name>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
</context>
<context>
    <name>bindlab::LessonShelf</name>
    <message>
        <source>another lesson has the id &quot;%1&quot;; give it one of its own</source>
        <translation>另一门课程已用了 id“%1”；请换一个</translation>
    </message>
</context>
<context>
    <name>bindlab::LessonViewModel</name>
    <message>
        <source>Lesson &quot;%1&quot; cannot be opened: %2</source>
        <translation>无法打开课程“%1”：%2</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>没有说明原因</translation>
    </message>
    <message>
        <source>All %1 right. The lessons of this unit are marked as known; they stay open to you.</source>
        <translation>%1 题全对。这个单元的课程已标记为已掌握，仍可随时打开。</translation>
    </message>
    <message>
        <source>%1 of %2 right. The lessons of this unit have something for you.</source>
        <translation>%2 题中答对 %1 题。这个单元的课程值得一看。</translation>
    </message>
    <message>
        <source>%1 of %2 right. Each rests longer than before.</source>
        <translation>%2 题答对 %1 题。每题的间隔都比之前更长。</translation>
    </message>
    <message>
        <source>%1 of %2 right. What you did not know comes back tomorrow.</source>
        <translation>%2 题答对 %1 题。没有答对的明天再问。</translation>
    </message>
</context>
<context>
    <name>bindlab::MapViewModel</name>
    <message>
        <source>not published yet</source>
        <translation>尚未发布</translation>
    </message>
    <message>
        <source>out of its table</source>
        <translation>已移出表</translation>
    </message>
    <message>
        <source>freed</source>
        <translation>已释放</translation>
    </message>
    <message>
        <source> (freed)</source>
        <translation>（已释放）</translation>
    </message>
    <message>
        <source>%1 held by %2</source>
        <translation>%1 由 %2 持有</translation>
    </message>
    <message>
        <source>%1 read by %2</source>
        <translation>%1 由 %2 读取</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 空闲</translation>
    </message>
    <message>
        <source>%1 waits</source>
        <translation>%1 在等待</translation>
    </message>
</context>
<context>
    <name>bindlab::MatrixViewModel</name>
    <message>
        <source>Safe</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>No failure found</source>
        <translation>没有发现失败</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Cannot be run</source>
        <translation>无法运行</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>%1 is broken</source>
        <translation>%1 被破坏</translation>
    </message>
    <message>
        <source>%1 is broken, %2</source>
        <translation>%1 被破坏，%2</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>%1 states</source>
        <translation>%1 个状态</translation>
    </message>
    <message>
        <source>Stopped at %1, depth %2: what was not seen may fail.</source>
        <translation>在 %1 处停止，深度 %2：没看到的部分可能失败。</translation>
    </message>
    <message>
        <source>Every interleaving was tried, %1 steps deep; no property is broken.</source>
        <translation>所有交错都试过了，深 %1 步；没有性质被破坏。</translation>
    </message>
    <message>
        <source>%1 %2 after %3</source>
        <translation>%1 %2（第 %3 步后）</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation>，另有 %1 个</translation>
    </message>
    <message>
        <source>%1, %2: %3.</source>
        <translation>%1，%2：%3.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>%1, not checked yet</source>
        <translation>%1，尚未检查</translation>
    </message>
    <message>
        <source>%1 cannot be run</source>
        <translation>%1 无法运行</translation>
    </message>
    <message>
        <source>%1, safe</source>
        <translation>%1，安全</translation>
    </message>
    <message>
        <source>%1, does not apply</source>
        <translation>%1，不适用</translation>
    </message>
    <message>
        <source>%1, no failure up to depth %2</source>
        <translation>%1，到深度 %2 没有失败</translation>
    </message>
    <message>
        <source>%1, fails after %2 steps</source>
        <translation>%1，%2 步后失败</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 of %2 checked</source>
        <translation>已检查 %1/%2</translation>
    </message>
    <message>
        <source>%1 states in %2 s</source>
        <translation>%1 个状态，用时 %2 秒</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Stopped; what is outlined was not checked</source>
        <translation>已停止；只有轮廓的格子没有检查</translation>
    </message>
    <message>
        <source>Every design shows a failure</source>
        <translation>每个方案都有失败</translation>
    </message>
    <message>
        <source>One design shows no failure</source>
        <translation>一个方案没有失败</translation>
    </message>
    <message>
        <source>%1 designs show no failure</source>
        <translation>%1 个方案没有失败</translation>
    </message>
    <message>
        <source>%1 designs in %2 scenarios, %3</source>
        <translation>%1 个方案，%2 个场景，%3</translation>
    </message>
</context>
<context>
    <name>bindlab::ReferenceSheet</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>%1 takes %2 to %3</source>
        <translation>%1 使 %2 变为 %3</translation>
    </message>
    <message>
        <source>, if %1</source>
        <translation>，如果 %1</translation>
    </message>
    <message>
        <source>, does %1</source>
        <translation>，执行 %1</translation>
    </message>
    <message>
        <source>%1 in %2 is refused with %3. %4</source>
        <translation>%1 在 %2 中被拒绝，回答 %3。%4</translation>
    </message>
    <message>
        <source>Chart of %1: %2 states, %3 arrows. The table below says the same.</source>
        <translation>%1 的状态图：%2 个状态，%3 条箭头。下面的表格内容相同。</translation>
    </message>
</context>
<context>
    <name>bindlab::ReferenceViewModel</name>
    <message>
        <source>Mails</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Trees and documents</source>
        <translation>代码树与文档</translation>
    </message>
    <message>
        <source>no term</source>
        <translation>没有术语</translation>
    </message>
    <message>
        <source>1 term</source>
        <translation>1 个术语</translation>
    </message>
    <message>
        <source>%1 terms</source>
        <translation>%1 个术语</translation>
    </message>
    <message>
        <source>no machine</source>
        <translation>没有状态机</translation>
    </message>
    <message>
        <source>1 machine</source>
        <translation>1 个状态机</translation>
    </message>
    <message>
        <source>%1 machines</source>
        <translation>%1 个状态机</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>没有出处</translation>
    </message>
    <message>
        <source>1 source</source>
        <translation>1 个出处</translation>
    </message>
    <message>
        <source>%1 sources</source>
        <translation>%1 个出处</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>没有按键</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>1 个按键</translation>
    </message>
    <message>
        <source>%1 keys</source>
        <translation>%1 个按键</translation>
    </message>
</context>
<context>
    <name>bindlab::ReviewViewModel</name>
    <message>
        <source>One to remember</source>
        <translation>有一题需要温习</translation>
    </message>
    <message>
        <source>Two to remember</source>
        <translation>有两题需要温习</translation>
    </message>
    <message>
        <source>Three to remember</source>
        <translation>有三题需要温习</translation>
    </message>
    <message>
        <source>From %1. Each is asked where its lesson asks it.</source>
        <translation>来自%1。每题都在课程原来的地方提问。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Nothing is due until %1.</source>
        <translation>%1 之前没有需要复习的问题。</translation>
    </message>
    <message>
        <source>There is nothing to review yet: first answer a question of a lesson.</source>
        <translation>还没有可以复习的内容：请先回答课程里的一个问题。</translation>
    </message>
</context>
<context>
    <name>bindlab::SandboxFlowTabs</name>
    <message>
        <source>Follow the text</source>
        <translation>跟随文本</translation>
    </message>
</context>
<context>
    <name>bindlab::SandboxTexts</name>
    <message>
        <source>Not kept</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saved %1 min ago</source>
        <translation>%1 分钟前已保存</translation>
    </message>
</context>
<context>
    <name>bindlab::SandboxViewModel</name>
    <message>
        <source>%1 states, %2</source>
        <translation>%1 个状态，%2</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>%1 states, depth %2</source>
        <translation>%1 个状态，深度 %2</translation>
    </message>
    <message>
        <source>Not in the design yet: %1</source>
        <translation>还不在方案里：%1</translation>
    </message>
    <message>
        <source>a flow of the kernel; what you change becomes a patch</source>
        <translation>内核的流程；你的改动会成为补丁</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>改动 %1</translation>
    </message>
    <message>
        <source>Pick %1</source>
        <translation>选用 %1</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>去掉 %1</translation>
    </message>
</context>
<context>
    <name>bindlab::ScenarioBuilder</name>
    <message>
        <source>VMM</source>
        <translation>VMM</translation>
    </message>
    <message>
        <source>a given state</source>
        <translation>给定的状态</translation>
    </message>
    <message>
        <source>a prologue</source>
        <translation>前置步骤</translation>
    </message>
    <message>
        <source>Start from %1</source>
        <translation>从 %1 开始</translation>
    </message>
    <message>
        <source>Add a thread</source>
        <translation>添加线程</translation>
    </message>
    <message>
        <source>Remove a thread</source>
        <translation>移除线程</translation>
    </message>
    <message>
        <source>Let %1 run a thread</source>
        <translation>让 %1 运行一个线程</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Given: %1</source>
        <translation>已知：%1</translation>
    </message>
    <message>
        <source>No longer given: %1</source>
        <translation>不再已知：%1</translation>
    </message>
</context>
<context>
    <name>bindlab::StateGraphItem</name>
    <message>
        <source>Showing steps %1 to %2 of %3.</source>
        <translation>显示第 %1 至 %2 步，共 %3 步。</translation>
    </message>
</context>
<context>
    <name>bindlab::StatesExploring</name>
    <message>
        <source>Stopped before every state was seen.</source>
        <translation>还没看遍所有状态就停止了。</translation>
    </message>
    <message>
        <source>There are more than %1 states. Choose fewer threads, or ask &quot;bindlab states --max-states&quot;.</source>
        <translation>状态超过 %1 个。请减少线程，或使用 &quot;bindlab states --max-states&quot;。</translation>
    </message>
</context>
<context>
    <name>bindlab::StatesViewModel</name>
    <message>
        <source>memory is lost</source>
        <translation>内存泄漏</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>State %1</source>
        <translation>状态 %1</translation>
    </message>
    <message>
        <source>%1 states like state %2</source>
        <translation>%1 个与状态 %2 类似的状态</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%1，经过 %2</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>%1. Next: %2</source>
        <translation>%1。下一步：%2</translation>
    </message>
    <message>
        <source>%1. Breaks %2. Next: %3</source>
        <translation>%1。破坏 %2。下一步：%3</translation>
    </message>
    <message>
        <source>Exploring: %1 states</source>
        <translation>正在探索：%1 个状态</translation>
    </message>
    <message>
        <source>Laying the graph out</source>
        <translation>正在排布状态图</translation>
    </message>
    <message>
        <source>Broken here: %1</source>
        <translation>在这里破坏：%1</translation>
    </message>
</context>
<context>
    <name>bindlab::TextHistory</name>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
</context>
<context>
    <name>bindlab::ThreadViewModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>, ready: %1</source>
        <translation>，就绪：%1</translation>
    </message>
    <message>
        <source>, blocked: %1</source>
        <translation>，阻塞：%1</translation>
    </message>
    <message>
        <source>, done</source>
        <translation>，完成</translation>
    </message>
    <message>
        <source>, done, returned %1</source>
        <translation>，完成，返回 %1</translation>
    </message>
    <message>
        <source>, lost</source>
        <translation>，已丢失</translation>
    </message>
    <message>
        <source>, in %1, line %2</source>
        <translation>，在 %1 第 %2 行</translation>
    </message>
</context>
<context>
    <name>bindlab::TimelineViewModel</name>
    <message>
        <source>read by %1</source>
        <translation>由 %1 读取</translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation>由 %1 持有</translation>
    </message>
</context>
<context>
    <name>bindlab::Tour</name>
    <message>
        <source>Press %1, or %2.</source>
        <translation>按 %1，或%2。</translation>
    </message>
    <message>
        <source>%1 threads call into the kernel at the same time. None of them moves by itself: you say which goes next.</source>
        <translation>%1 个线程同时调用内核。它们都不会自己走：由你决定下一步谁走。</translation>
    </message>
    <message>
        <source>The map shows %1 objects and %2 locks as they stand now, a lane for each component. Below it stands what the last step did.</source>
        <translation>系统图显示此刻的 %1 个对象和 %2 把锁，每个组件一条泳道。下方写着上一步做了什么。</translation>
    </message>
    <message>
        <source>%1 Now: %2</source>
        <translation>%1现在：%2</translation>
    </message>
    <message>
        <source>Press %1, and watch what changes.</source>
        <translation>按 %1，看看什么变了。</translation>
    </message>
    <message>
        <source>You have tried one order. The checker tries every other, and keeps the shortest that breaks something. Here: %1 in %2.</source>
        <translation>你试了一种顺序。检查器会试遍其余的，并留下破坏某条性质的最短的一个。这里是 %2 中的 %1。</translation>
    </message>
    <message>
        <source>%1: %2. Among %3 states, %4.</source>
        <translation>%1：%2。在 %3 个状态中，%4。</translation>
    </message>
    <message>
        <source>this is the only failure</source>
        <translation>这是唯一的失败</translation>
    </message>
    <message>
        <source>%1 kinds of failure are reached</source>
        <translation>出现了 %1 种失败</translation>
    </message>
    <message>
        <source>Press %1 to jump to the step that breaks it.</source>
        <translation>按 %1 跳到造成破坏的那一步。</translation>
    </message>
    <message>
        <source>Press %1 to check, then %2 to jump to what is broken.</source>
        <translation>按 %1 检查，再按 %2 跳到被破坏的地方。</translation>
    </message>
    <message>
        <source>The run, a column a step; %1 are recorded. Going back is exact.</source>
        <translation>这是运行，一列一步，已记录 %1 步。后退是精确的。</translation>
    </message>
    <message>
        <source>The failing run, a column a step: %1 of them, and the last one breaks it. %2 Going back is exact.</source>
        <translation>这是失败的运行，一列一步，共 %1 步，最后一步造成破坏。%2 后退是精确的。</translation>
    </message>
    <message>
        <source>%1 designs stand for what was proposed on the mailing list. Two of them run side by side here, under one schedule, up to where they part.</source>
        <translation>%1 个方案代表邮件列表上提出过的做法。其中两个在这里用同一个调度并排运行，直到分岔处。</translation>
    </message>
    <message>
        <source>Every one of %1 designs against every one of %2 scenarios, on %3 platforms. Each cell is a verdict that can be played.</source>
        <translation>%1 个方案逐一对 %2 个场景，在 %3 个平台上。每个格子是一个可以播放的结论。</translation>
    </message>
    <message>
        <source>Designs of your own, in the language of the flows. They are checked as you type.</source>
        <translation>你自己的方案，用流程语言书写，边写边检查。</translation>
    </message>
    <message>
        <source>Everything has a name: actions, %1 lessons, %2 terms, the mails, the steps of the run. This tour, too.</source>
        <translation>一切都能按名字找到：动作、%1 门课程、%2 个术语、邮件、运行的每一步。这个导览也一样。</translation>
    </message>
    <message>
        <source>That was all of it. Every key is listed here, and the tour can be taken again from there. %1 lessons go on from here, about %2 minutes.</source>
        <translation>到此全部看完。所有按键都列在这里，也可以从这里重新开始导览。接下来有 %1 门课程，约 %2 分钟。</translation>
    </message>
    <message>
        <source>the ringed button</source>
        <translation>点击圈出的按钮</translation>
    </message>
    <message>
        <source>choose another column</source>
        <translation>选择另一列</translation>
    </message>
    <message>
        <source>the ringed tab</source>
        <translation>点击圈出的标签</translation>
    </message>
    <message>
        <source>the ringed field</source>
        <translation>点击圈出的输入框</translation>
    </message>
    <message>
        <source>You choose the order</source>
        <translation>由你选择顺序</translation>
    </message>
    <message>
        <source>What a step does</source>
        <translation>一步做了什么</translation>
    </message>
    <message>
        <source>Every other order</source>
        <translation>其余的顺序</translation>
    </message>
    <message>
        <source>The verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Back is exact</source>
        <translation>精确后退</translation>
    </message>
    <message>
        <source>Two designs</source>
        <translation>两个方案</translation>
    </message>
    <message>
        <source>All designs</source>
        <translation>所有方案</translation>
    </message>
    <message>
        <source>Your own design</source>
        <translation>你自己的方案</translation>
    </message>
    <message>
        <source>Everything by name</source>
        <translation>按名字找一切</translation>
    </message>
    <message>
        <source>Where to go on</source>
        <translation>接下来去哪里</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>第一次来？</translation>
    </message>
    <message>
        <source>Go on with the tour?</source>
        <translation>继续导览？</translation>
    </message>
    <message>
        <source>A tour of %1 stops, about three minutes, in this window. Each asks for one thing to do. Esc leaves it at any time.</source>
        <translation>导览共 %1 站，约三分钟，就在这个窗口里。每站做一件事。随时可按 Esc 离开。</translation>
    </message>
    <message>
        <source>You were at stop %1 of %2: %3.</source>
        <translation>上次到了第 %1 站，共 %2 站：%3。</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>开始导览</translation>
    </message>
    <message>
        <source>Take the tour again</source>
        <translation>再看一遍导览</translation>
    </message>
    <message>
        <source>Go on with the tour</source>
        <translation>继续导览</translation>
    </message>
</context>
<context>
    <name>bindlab::WorkbenchViewModel</name>
    <message>
        <source>Nothing is loaded.</source>
        <translation>没有载入内容。</translation>
    </message>
    <message>
        <source>The start.</source>
        <translation>开头。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 has not changed before.</source>
        <translation>%1 之前没有变过。</translation>
    </message>
    <message>
        <source>%1 is done.</source>
        <translation>%1 已完成。</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>This design cannot be compiled.</source>
        <translation>这个方案无法编译。</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>en</source>
        <comment>the name of this file, without bindlab_: fr, pt_BR</comment>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>lessons</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day, as QLocale::toString() has it</comment>
        <translation>yyyy-MM-dd</translation>
    </message>
    <message>
        <source>MMMM</source>
        <comment>a month before one of the same year, as QLocale::toString() has it</comment>
        <translation>yyyy 年 M 月</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month, as QLocale::toString() has it</comment>
        <translation>yyyy 年 M 月</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1和 %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1至 %2</translation>
    </message>
    <message>
        <source>From one message of %1</source>
        <translation>依据 %1的一封邮件</translation>
    </message>
    <message>
        <source>From %1 messages of %2</source>
        <translation>依据 %2的 %1 封邮件</translation>
    </message>
</context>
<context>
    <name>map</name>
    <message>
        <source>Guest</source>
        <translation>客户机</translation>
    </message>
    <message>
        <source>TVM</source>
        <translation>TVM</translation>
    </message>
    <message>
        <source>VMM</source>
        <translation>VMM</translation>
    </message>
    <message>
        <source>user space</source>
        <translation>用户空间</translation>
    </message>
    <message>
        <source>Host kernel</source>
        <translation>主机内核</translation>
    </message>
    <message>
        <source>TSM</source>
        <translation>TSM</translation>
    </message>
    <message>
        <source>secure firmware</source>
        <translation>安全固件</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>host admin</source>
        <translation>主机管理员</translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is larger than 16 MiB: it is no progress of Bindlab</source>
        <translation>%1 超过 16 MiB，不是 Bindlab 的进度文件</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>无法使用 %1：%2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. What you do now is lost when the window closes.</source>
        <translation>无法写入 %1：%2。窗口关闭后，你现在做的会丢失。</translation>
    </message>
    <message>
        <source>%1. Progress is not kept.</source>
        <translation>%1。进度不会保存。</translation>
    </message>
    <message>
        <source>%1. It is kept as %2; progress begins anew.</source>
        <translation>%1。它已另存为 %2；进度重新开始。</translation>
    </message>
</context>
<context>
    <name>reference</name>
    <message>
        <source>Challenges %1: %2</source>
        <translation>挑战 %1：%2</translation>
    </message>
    <message>
        <source>Lesson %1: %2</source>
        <translation>课程 %1：%2</translation>
    </message>
    <message>
        <source>%1, step %2: %3</source>
        <translation>%1，第 %2 步：%3</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>补丁</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Prologues and epilogues</source>
        <translation>前置与收尾步骤</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Design %1: %2</source>
        <translation>方案 %1：%2</translation>
    </message>
</context>
<context>
    <name>sandbox</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB, the most a flow file may be</source>
        <translation>%1 超过 1 MiB，流程文件不能更大</translation>
    </message>
    <message>
        <source>Another program has changed %1; what is written here goes on as %2.</source>
        <translation>另一个程序改动了 %1；这里写的内容改存为 %2。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. What you type now is lost when the window closes.</source>
        <translation>无法写入 %1：%2。窗口关闭后，你现在输入的会丢失。</translation>
    </message>
    <message>
        <source>%1 cannot be removed</source>
        <translation>无法移除 %1</translation>
    </message>
    <message>
        <source>%1 cannot be put back</source>
        <translation>无法恢复 %1</translation>
    </message>
    <message>
        <source>A name has letters, digits, &apos;_&apos; and &apos;-&apos;, and begins with a letter</source>
        <translation>名字由字母、数字、&apos;_&apos; 和 &apos;-&apos; 组成，以字母开头</translation>
    </message>
    <message>
        <source>There is already a text called %1</source>
        <translation>已有名为 %1 的文本</translation>
    </message>
    <message>
        <source>%1 cannot be renamed</source>
        <translation>无法重命名 %1</translation>
    </message>
    <message>
        <source>Known mistakes</source>
        <translation>已知错误</translation>
    </message>
    <message>
        <source>Further patches</source>
        <translation>其他补丁</translation>
    </message>
    <message>
        <source>of this text</source>
        <translation>本文本的</translation>
    </message>
    <message>
        <source>%1 flows, %2 objects, %3 locks</source>
        <translation>%1 个流程，%2 个对象，%3 把锁</translation>
    </message>
    <message>
        <source>called from %1</source>
        <translation>由 %1 调用</translation>
    </message>
    <message>
        <source>called on the way to the start</source>
        <translation>在到达起点的途中调用</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>%1 cannot be read; what is chosen now is not kept.</source>
        <translation>无法读取 %1；现在的选择不会保存。</translation>
    </message>
    <message>
        <source>%1 is damaged; what is chosen now is not kept.</source>
        <translation>%1 已损坏；现在的选择不会保存。</translation>
    </message>
    <message>
        <source>%1 is damaged. It is kept as %2; settings begin anew.</source>
        <translation>%1 已损坏。它已另存为 %2；设置重新开始。</translation>
    </message>
    <message>
        <source>%1 cannot be written; what is chosen now is not kept.</source>
        <translation>无法写入 %1；现在的选择不会保存。</translation>
    </message>
</context>
<context>
    <name>story</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
</TS>
