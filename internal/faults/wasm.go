package faults

// wasm is the column of plugin/wasm, whose tests prove it.
func wasm() map[Fault]Cell {
	return map[Fault]Cell{
		Loop:      {Overrun, ""},
		Memory:    {Restarted, ""},
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
		File:      {Blocked, ""},
		Network:   {Blocked, ""},
		Secret:    {Blocked, ""},
	}
}
