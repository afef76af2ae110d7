package faults

// A Fault is something that a plug-in does wrong. Its text asks for it, in the title of a document or as an argument.
type Fault string

// The faults. Those of the start are asked for by the first argument of the program, all others by the title of the document
// that is checked.
const (
	None      Fault = "none"
	Loop      Fault = "loop"
	Memory    Fault = "memory"
	Panic     Fault = "panic"
	Nil       Fault = "nil"
	Null      Fault = "null"
	Crash     Fault = "crash"
	Recursion Fault = "recursion"
	Noise     Fault = "noise"
	Long      Fault = "long"
	Exit      Fault = "exit"
	GBK       Fault = "gbk"
	File      Fault = "file"
	Network   Fault = "network"
	Secret    Fault = "secret"
	Slow      Fault = "slow"    // at the start
	Version   Fault = "version" // at the start
	Console   Fault = "console" // at the start
)

// titles are the faults in the order of the table, with what they are called there.
func titles() []titled {
	return []titled{
		{Loop, "死循环"},
		{Memory, "内存耗尽"},
		{Panic, "崩溃（panic）"},
		{Nil, "空指针"},
		{Null, "答复为 null"},
		{Crash, "另一协程崩溃"},
		{Recursion, "无限递归（栈溢出）"},
		{Noise, "在标准输出上打印"},
		{Long, "答复过长"},
		{Exit, "中途退出"},
		{GBK, "答复不是 UTF-8（GBK）"},
		{Slow, "启动过慢"},
		{Version, "协议版本不符"},
		{Console, "启动时即以 GBK 输出"},
		{File, "读取文件"},
		{Network, "连接网络"},
		{Secret, "读取环境变量"},
	}
}

type titled struct {
	fault Fault
	title string
}

// AtStart reports whether a fault is committed when the plug-in starts, not when it is asked.
func (f Fault) AtStart() bool { return f == Slow || f == Version || f == Console }
