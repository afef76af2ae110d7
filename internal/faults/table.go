package faults

import "strings"

// A Transport is a way in which a plug-in is reached.
type Transport string

// The transports, as the table names them.
const (
	InProcess Transport = "进程内"
	Stdio     Transport = "子进程"
	Sandbox   Transport = "子进程加沙箱"
	HTTP      Transport = "HTTP"
	WASM      Transport = "WASM（实验）"
)

// Transports returns them in the order of the table.
func Transports() []Transport { return []Transport{InProcess, Stdio, Sandbox, HTTP, WASM} }

// An Outcome is what the host makes of a fault. Whatever it is, the host answers in time, names the plug-in, and goes on.
type Outcome string

// The outcomes.
const (
	Answered   Outcome = "照常答复"           // the fault does no harm here
	Reported   Outcome = "报错，插件继续"        // the plug-in says that it failed, and goes on
	Restarted  Outcome = "报错，重新启动"        // the plug-in has ended, or was ended, and is started again for the next call
	Overrun    Outcome = "到时限报错，终止并重新启动"  // it was killed for want of an answer
	Left       Outcome = "到时限报错，但停不下来"    // the call ends, the plug-in does not
	Supervised Outcome = "报错，由它的服务管理重新启动" // the plug-in's own service is down until somebody starts it
	Refused    Outcome = "不予接入"           // it is never taken into the host
	Open       Outcome = "拦不住"            // the plug-in gets what it wants
	Blocked    Outcome = "拦住"             // it does not, and answers so
	Fatal      Outcome = "够不着：整个进程结束"     // nothing in the process can help
	Absent     Outcome = "不会发生"           // there is no such thing on this way
)

// Tested reports whether an outcome is one that a test can see. The others stand in the table with their reason.
func (o Outcome) Tested() bool { return o != Fatal && o != Absent }

// A Cell says what happens, and where it is not plain why, adds a note.
type Cell struct {
	Outcome Outcome
	Note    string
}

// A Row is a fault with what comes of it on one transport.
type Row struct {
	Fault Fault
	Title string
	Cell  Cell
}

// Rows returns the faults in the order of the table with what comes of each.
func Rows(t Transport) []Row {
	cells := column(t)
	var rows []Row
	for _, f := range titles() {
		rows = append(rows, Row{f.fault, f.title, cells[f.fault]})
	}
	return rows
}

// Table returns the whole as a table in Markdown.
func Table() string {
	var b strings.Builder
	head, rule := "| 故障 |", "| --- |"
	var columns [][]Row
	for _, t := range Transports() {
		head += " " + string(t) + " |"
		rule += " --- |"
		columns = append(columns, Rows(t))
	}
	b.WriteString(head + "\n" + rule + "\n")
	for i, f := range titles() {
		b.WriteString("| " + f.title + " |")
		for _, rows := range columns {
			b.WriteString(" " + rows[i].Cell.String() + " |")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// String returns the outcome, with the note in brackets.
func (c Cell) String() string {
	if c.Note == "" {
		return string(c.Outcome)
	}
	return string(c.Outcome) + "（" + c.Note + "）"
}
