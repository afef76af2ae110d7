package archive

import (
	"errors"
	"fmt"
	"io"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/audit"
)

// Damaged is the code of a fault that the file as a whole has, or the secrets in it.
const Damaged fazhi.Code = "register/archive/damaged"

// maxFaults is how many faults of its own an archive's verification lists; the others are counted.
const maxFaults = 1000

// Verify reads an archive from its first line to its last and says what is wrong with it, entry by entry: what audit.Verify
// says of a book, and besides what would keep Restore from keeping it, as a number that is given twice. The error says that
// it cannot be read as an archive at all.
//
// It remembers each number and each request, so that memory grows by about 50 bytes with each, the collector's share among
// them: three million entries, each with a request and a number, took 300 MiB.
func Verify(r io.Reader, o Options) (*audit.Result, error) {
	v, err := verify(r, o)
	if err != nil {
		return nil, err
	}
	return v.result, nil
}

// A verifier reads an archive once.
type verifier struct {
	in     *reader
	chain  *audit.Chain
	guard  guard
	once   once
	cut    cutter
	seq    int64  // of the last entry
	req    string // its request
	faults []audit.Fault
	more   int64

	result *audit.Result
	// marks are the digests of the archive up to the end of each of Restore's batches.
	marks []register.Sum
}

func verify(r io.Reader, o Options) (*verifier, error) {
	in, err := open(r, o)
	if err != nil {
		return nil, err
	}
	chain, err := audit.NewChain(in.header.Organ, in.hash, o.Checkpoints)
	if err != nil {
		return nil, err
	}
	v := &verifier{in: in, chain: chain, once: once{seen: make(map[[16]byte]struct{})}}
	end, err := v.body()
	if err != nil {
		return nil, err
	}
	v.mark()
	v.result = chain.End()
	v.end(end)
	v.result.Faults = append(v.result.Faults, v.faults...)
	v.result.More += v.more
	return v, nil
}

// body reads the lines between the first and the last, which it returns; nil if the file has none.
func (v *verifier) body() (*trailer, error) {
	for {
		line, err := v.in.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil, nil
		case err != nil:
			return nil, err
		case isTrailer(line):
			var end trailer
			if err := decode(line, &end); err != nil {
				return nil, v.in.at(err)
			}
			return &end, nil
		case isSecret(line):
			if err := v.secret(line); err != nil {
				return nil, err
			}
		default:
			v.entry(line)
		}
	}
}

// end compares the last line with what was read.
func (v *verifier) end(end *trailer) {
	v.seq = v.result.Entries
	v.say(end == nil, Damaged, "存档没有末行，被截断")
	v.say(v.result.Entries != v.in.header.Size, Damaged, "存档有%d条，而首行写明%d条", v.result.Entries, v.in.header.Size)
	if end == nil {
		return
	}
	v.say(end.Head != v.result.Head, Damaged, "末条与末行所记不符")
	v.say(end.Digest != v.in.before(), Damaged, "存档的内容与末行的摘要不符")
	_, err := v.in.next()
	v.say(!errors.Is(err, io.EOF), Damaged, "末行之后还有内容")
}

// say notes a fault of the last entry.
func (v *verifier) say(bad bool, code fazhi.Code, format string, values ...any) {
	switch {
	case !bad:
	case len(v.faults) == maxFaults:
		v.more++
	default:
		v.faults = append(v.faults, audit.Fault{Code: code, Seq: v.seq, Message: fmt.Sprintf(format, values...)})
	}
}

func (v *verifier) entry(line []byte) {
	e, err := register.ParseLine(line)
	if err != nil {
		v.unreadable()
		return
	}
	e.Sum = v.in.hash.Of(line)
	v.seq = e.Seq
	v.chain.Entry(&e)
	if v.cut.before(e.ReqID, len(line)) {
		v.mark()
	}
	v.guard.begin(&e)
	v.say(e.Vet() != nil, audit.Unreadable, "名称、长度或者办理种类是登记簿写不出的")
	for _, n := range v.once.numbers(&e) {
		v.say(true, audit.Number, "编号系列 %s：第%d号的编号在前面已经给出", n.Series, n.Serial)
	}
	v.request(e.ReqID)
}

// unreadable notes an entry that cannot be read. What follows on it is not held against it.
func (v *verifier) unreadable() {
	v.seq++
	v.chain.Unreadable(v.seq)
	v.guard, v.req = guard{}, ""
}

// request notes the request of the last entry. Entries of one request stand together.
func (v *verifier) request(req string) {
	again := req != "" && req != v.req && v.once.again(requestText, req)
	v.say(again, audit.Order, "请求号在前面不相邻的条目中已经用过")
	v.say(v.cut.overflows(), Damaged, "同一请求的条目过多，不能恢复")
	v.req = req
}

// secret looks at a secret of the last entry. The error says that its line cannot be read.
func (v *verifier) secret(line []byte) error {
	x, err := v.in.secret(line)
	if err != nil {
		return err
	}
	v.cut.bytes += len(line)
	if v.guard.owner.Seq == 0 && v.seq > 0 {
		return nil // the entry could not be read, which is said already
	}
	if err := v.guard.secret(&x, len(line)); err != nil {
		v.say(true, Damaged, "%s", err)
	}
	return nil
}

// mark notes that one of Restore's batches ends before the last line.
func (v *verifier) mark() {
	if v.seq > 0 {
		v.marks = append(v.marks, v.in.before())
	}
}
