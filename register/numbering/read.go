package numbering

import (
	"strings"
	"unicode/utf8"
)

// Read reads what Number wrote and returns a slot with Year and Serial. A text that is right but for its check
// character is ErrCheck; anything else is ErrNumber, at its column.
func (s Scheme) Read(text string) (Slot, error) {
	if err := s.absent(); err != nil {
		return Slot{}, err
	}
	r := reader{text: text}
	for _, p := range s.parts {
		if err := r.part(p); err != nil {
			return Slot{}, err
		}
	}
	if r.pos < len(text) {
		return Slot{}, r.fault("编号之后还有多余的文字")
	}
	if r.checked > 0 {
		if err := r.verify(); err != nil {
			return Slot{}, err
		}
	}
	return r.slot, nil
}

// Next returns the number after text: the next serial of the same year.
func (s Scheme) Next(text string) (string, error) {
	slot, err := s.Read(text)
	if err != nil {
		return "", err
	}
	slot.Serial++
	return s.Number(slot)
}

type reader struct {
	text    string
	pos     int
	checked int // where the check character stands; nought when there is none, for it never comes first
	slot    Slot
}

func (r *reader) part(p part) error {
	switch p.kind {
	case year:
		return r.year(p.width)
	case serial:
		return r.serial(p)
	case check:
		return r.check()
	}
	if !strings.HasPrefix(r.text[r.pos:], p.text) {
		return r.fault("此处应当是“%s”", p.text)
	}
	r.pos += len(p.text)
	return nil
}

func (r *reader) year(width int) error {
	n, digits := r.digits(width)
	if digits < width {
		return r.fault("年份应当是%d位数字", width)
	}
	first, last := yearRange(width)
	if width == 2 {
		n += 1900
		if n < first {
			n += 100
		}
	}
	if n < first || n > last {
		return r.fault("年份应当在%d至%d之间", first, last)
	}
	r.slot.Year = n
	r.pos += width
	return nil
}

func (r *reader) serial(p part) error {
	most := p.width
	if p.alone {
		most = widestSerial + 1
	}
	n, digits := r.digits(most)
	switch {
	case digits == 0:
		return r.fault("顺序号应当是阿拉伯数字")
	case digits < p.width:
		return r.fault("顺序号应当补零写满%d位", p.width)
	case p.width > 0 && digits > p.width:
		return r.fault("顺序号应当是%d位", p.width)
	case digits > widestSerial:
		return r.fault("顺序号不得超过%d位", widestSerial)
	case n == 0:
		return r.fault("顺序号从1起")
	case p.width == 0 && r.text[r.pos] == '0':
		return r.fault("顺序号不编虚位，前面不得有0")
	}
	r.slot.Serial = n
	r.pos += digits
	return nil
}

func (r *reader) check() error {
	_, size := utf8.DecodeRuneInString(r.text[r.pos:])
	if size == 0 {
		return r.fault("此处应当是校验码")
	}
	r.checked = r.pos
	r.pos += size
	return nil
}

// verify compares the check character, once all else is known to be right. It does not say what would be right: a code
// that was copied wrong is copied again, not adjusted.
func (r *reader) verify() error {
	c, err := checkCharacter(r.text[:r.checked])
	if err == nil && r.text[r.checked] != c {
		err = &Error{Column: r.column(r.checked), Reason: "请核对编号是否抄录有误", kind: ErrCheck}
	}
	return err
}

// digits reads up to most digits without passing over them.
func (r *reader) digits(most int) (value, n int) {
	for n < most && r.pos+n < len(r.text) && '0' <= r.text[r.pos+n] && r.text[r.pos+n] <= '9' {
		value = value*10 + int(r.text[r.pos+n]-'0')
		n++
	}
	return value, n
}

// fault returns ErrNumber at the place that was reached.
func (r *reader) fault(format string, args ...any) error {
	return numberError(r.column(r.pos), format, args...)
}

func (r *reader) column(pos int) int { return utf8.RuneCountInString(r.text[:pos]) + 1 }
