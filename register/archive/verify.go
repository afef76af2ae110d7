package archive

import (
	"errors"
	"fmt"
	"io"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/audit"
)

// Damaged is the code of a fault that the file as a whole has.
const Damaged fazhi.Code = "register/archive/damaged"

// Verify reads an archive from its first line to its last and says what is wrong with it, entry by entry. The error says
// that it cannot be read as an archive at all.
func Verify(r io.Reader, o Options) (*audit.Result, error) {
	in, err := open(r, o)
	if err != nil {
		return nil, err
	}
	chain, err := audit.NewChain(in.header.Organ, in.hash, o.Checkpoints)
	if err != nil {
		return nil, err
	}
	end, err := in.body(chain)
	if err != nil {
		return nil, err
	}
	result := chain.End()
	say := func(bad bool, message string) {
		if bad {
			result.Faults = append(result.Faults, audit.Fault{Code: Damaged, Seq: result.Entries, Message: message})
		}
	}
	say(end == nil, "存档没有末行，被截断")
	say(result.Entries != in.header.Size, fmt.Sprintf("存档有%d条，而首行写明%d条", result.Entries, in.header.Size))
	if end != nil {
		say(end.Head != result.Head, "末条与末行所记不符")
		say(end.Digest != in.before, "存档的内容与末行的摘要不符")
		_, err := in.next()
		say(!errors.Is(err, io.EOF), "末行之后还有内容")
	}
	return result, nil
}

// body reads the lines between the first and the last, which it returns; nil if the file has none.
func (r *reader) body(chain *audit.Chain) (*trailer, error) {
	for {
		line, err := r.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil, nil
		case err != nil:
			return nil, err
		case isTrailer(line):
			var end trailer
			if err := decode(line, &end); err != nil {
				return nil, r.at(err)
			}
			return &end, nil
		case isSecret(line):
			var s secretLine
			if err := decode(line, &s); err != nil {
				return nil, r.at(err)
			}
		default:
			chain.Line(line)
		}
	}
}

// entries calls take with batches of entries, their secrets with them. The archive must have been verified.
func (r *reader) entries(most int, take func([]register.Entry) error) error {
	var batch []register.Entry
	for {
		line, err := r.next()
		if err != nil {
			return err
		}
		switch {
		case isTrailer(line):
			return take(batch)
		case isSecret(line):
			var s secretLine
			if err := decode(line, &s); err != nil {
				return r.at(err)
			}
			if len(batch) == 0 || batch[len(batch)-1].Seq != s.Secret.Seq {
				return r.at(fmt.Errorf("%w：密文不在所属条目之后", ErrArchive))
			}
			last := &batch[len(batch)-1]
			last.Secrets = append(last.Secrets, s.Secret)
		default:
			if len(batch) == most {
				if err := take(batch); err != nil {
					return err
				}
				batch = nil
			}
			e, err := register.ParseLine(append([]byte(nil), line...))
			if err != nil {
				return r.at(err)
			}
			e.Sum = r.hash.Of(line)
			batch = append(batch, e)
		}
	}
}
