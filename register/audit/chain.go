package audit

import (
	"bytes"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/merkle"
)

// maxFaults is how many faults are listed; the others are counted.
const maxFaults = 1000

// A Chain verifies entries one after another. Make it with NewChain.
type Chain struct {
	hash     register.Hash
	tree     *merkle.Tree
	known    []checkpoint.Checkpoint // those still ahead, by size
	agreed   int64                   // the size up to which the book agrees with a checkpoint
	counters map[register.Counter]int
	ended    map[fazhi.Ref]bool // documents that are void: few
	result   Result

	seq  int64        // of the last entry
	sum  register.Sum // its sum
	at   time.Time
	lost bool // the last one could not be read, so the next cannot be linked
	line []byte
}

// NewChain makes a Chain for an organ's book from its first entry on. The checkpoints must have been verified; those of
// another organ or another hash are faults of their own.
func NewChain(organ string, hash register.Hash, known []checkpoint.Checkpoint) (*Chain, error) {
	hasher, err := merkle.New(hash.New)
	if err != nil {
		return nil, err
	}
	c := &Chain{hash: hash, tree: hasher.NewTree(), counters: make(map[register.Counter]int), ended: make(map[fazhi.Ref]bool)}
	c.result = Result{Organ: organ, Hash: hash.Name, Faults: []Fault{}}
	c.expect(known)
	return c, nil
}

func (c *Chain) fault(code fazhi.Code, seq int64, format string, values ...any) {
	if len(c.result.Faults) == maxFaults {
		c.result.More++
		return
	}
	c.result.Faults = append(c.result.Faults, Fault{Code: code, Seq: seq, Message: fmt.Sprintf(format, values...)})
}

// Unreadable notes that the entry at seq cannot be read.
func (c *Chain) Unreadable(seq int64) {
	c.place(seq)
	c.fault(Unreadable, seq, "内容不是登记簿条目的规范形式")
	c.result.Entries++
	c.lost, c.seq = true, seq
	c.tree.Append(make([]byte, len(c.sum)))
	c.compare()
}

// Entry takes an entry with the sum that a store has for it.
func (c *Chain) Entry(e *register.Entry) {
	line, err := e.AppendLine(c.line[:0])
	if err != nil {
		c.Unreadable(e.Seq)
		return
	}
	c.line = line
	sum := c.hash.Of(line)
	changed := sum != e.Sum
	if changed {
		c.fault(Changed, e.Seq, "内容与摘要不符，内容被改动")
	}
	c.take(e, sum, e.Sum)
}

// Line takes an entry as a line, whose sum only the next one tells.
func (c *Chain) Line(line []byte) {
	e, err := register.ParseLine(bytes.Clone(line))
	if err != nil {
		c.Unreadable(c.seq + 1)
		return
	}
	sum := c.hash.Of(line)
	c.take(&e, sum, sum)
}

// take links an entry: sum is that of its content, stored the one that the next entry refers to.
func (c *Chain) take(e *register.Entry, sum, stored register.Sum) {
	c.place(e.Seq)
	if e.Organ != c.result.Organ {
		c.fault(Order, e.Seq, "不是本机关的条目")
	}
	if !c.lost && e.Prev != c.sum {
		c.fault(Link, e.Seq, "与第%d条不相接：其中一条被改动、替换或者移动", e.Seq-1)
	}
	if e.At.Before(c.at) {
		c.fault(Time, e.Seq, "时间早于前一条")
	}
	for _, n := range e.Numbers {
		c.number(e.Seq, n)
	}
	c.end(e)
	c.result.Entries++
	c.seq, c.sum, c.at, c.lost = e.Seq, stored, e.At, false
	c.tree.Append(sum[:])
	c.compare()
}

// place says what is wrong with the sequence number.
func (c *Chain) place(seq int64) {
	want := c.seq + 1
	switch {
	case seq == want+1:
		c.fault(Missing, want, "缺少这一条")
	case seq > want:
		c.fault(Missing, want, "缺少第%d条至第%d条", want, seq-1)
	case seq < want:
		c.fault(Order, seq, "排在第%d条之后", c.seq)
	}
	c.lost = c.lost || seq != want
}

// end says that a document went on after its end.
func (c *Chain) end(e *register.Entry) {
	if c.ended[e.Ref] && e.Act != register.Refused {
		c.fault(Ended, e.Seq, "文件作废之后又有办理")
	}
	if e.Act.Ends() {
		c.ended[e.Ref] = true
	}
}

func (c *Chain) number(seq int64, n register.Numbered) {
	c.result.Numbers++
	counter := register.Counter{Series: n.Series, Year: n.Year}
	last := c.counters[counter]
	switch {
	case n.Serial > last+1:
		c.fault(Number, seq, "编号系列 %s：第%d号之后是第%d号，有缺号", n.Series, last, n.Serial)
	case n.Serial <= last:
		c.fault(Number, seq, "编号系列 %s：第%d号之后又给出第%d号", n.Series, last, n.Serial)
	}
	c.counters[counter] = max(last, n.Serial)
}

// End closes the book and says what was found.
func (c *Chain) End() *Result {
	for _, k := range c.known {
		c.fault(Checkpoint, c.seq+1, "第%d条至第%d条被截去：存证时登记簿有%d条", c.seq+1, k.Size, k.Size)
	}
	c.known = nil
	c.result.Head, c.result.Tree = c.sum, c.tree.Head()
	return &c.result
}
