package faults

// column returns what comes of each fault on one transport.
func column(t Transport) map[Fault]Cell {
	switch t {
	case InProcess:
		return inProcess()
	case Stdio:
		return stdio()
	case Sandbox:
		return sandbox()
	case HTTP:
		return http()
	case WASM:
		return wasm()
	default:
		return nil
	}
}

func inProcess() map[Fault]Cell {
	const noBorder = "没有编码"
	return map[Fault]Cell{
		Loop:      {Left, "够不着：烧掉的一个核；屡次超时后停用"},
		Memory:    {Fatal, ""},
		Panic:     {Reported, ""},
		Nil:       {Reported, ""},
		Null:      {Answered, "空的答复就是没有问题"},
		Crash:     {Fatal, ""},
		Recursion: {Fatal, "Go 的栈溢出不能捕获"},
		Noise:     {Answered, ""},
		Long:      {Reported, "至多 10,000 个问题"},
		Exit:      {Fatal, ""},
		GBK:       {Absent, noBorder},
		Slow:      {Absent, "没有启动"},
		Version:   {Refused, ""},
		Console:   {Absent, noBorder},
		File:      {Open, ""},
		Network:   {Open, ""},
		Secret:    {Open, ""},
	}
}

func stdio() map[Fault]Cell {
	return map[Fault]Cell{
		Loop:      {Overrun, ""},
		Memory:    {Restarted, "须有 cgroup 的限制，否则拦不住"},
		Panic:     {Reported, ""},
		Nil:       {Reported, ""},
		Null:      {Reported, ""},
		Crash:     {Restarted, ""},
		Recursion: {Restarted, ""},
		Noise:     {Restarted, ""},
		Long:      {Restarted, ""},
		Exit:      {Restarted, ""},
		GBK:       {Restarted, ""},
		Slow:      {Refused, ""},
		Version:   {Refused, ""},
		Console:   {Refused, ""},
		File:      {Open, ""},
		Network:   {Open, ""},
		Secret:    {Blocked, ""},
	}
}

// sandbox is stdio, with what the sandbox adds.
func sandbox() map[Fault]Cell {
	cells := stdio()
	cells[Memory] = Cell{Restarted, "cgroup"}
	cells[File] = Cell{Blocked, ""}
	cells[Network] = Cell{Blocked, ""}
	return cells
}

func http() map[Fault]Cell {
	const service = "由服务自己的沙箱决定"
	return map[Fault]Cell{
		Loop:      {Left, "由服务自己限制"},
		Memory:    {Supervised, "须有 cgroup 的限制，否则拦不住"},
		Panic:     {Reported, ""},
		Nil:       {Reported, ""},
		Null:      {Reported, ""},
		Crash:     {Supervised, ""},
		Recursion: {Supervised, ""},
		Noise:     {Answered, ""},
		Long:      {Reported, ""},
		Exit:      {Supervised, ""},
		GBK:       {Reported, ""},
		Slow:      {Refused, ""},
		Version:   {Refused, ""},
		Console:   {Refused, ""},
		File:      {Open, service},
		Network:   {Open, service},
		Secret:    {Open, service},
	}
}
