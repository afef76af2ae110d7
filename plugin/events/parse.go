package events

import (
	"encoding/json"
	"net/url"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/internal/canon"
)

// Parse reads an envelope in structured JSON. Blanks and the order of members do not matter, and members that it does not
// know are passed over: later versions may have more. Everything else is strict: a name given twice, text that is not
// UTF-8, another version of CloudEvents, a member that is missing or of another form, data that is no object, more than
// MaxSize bytes are ErrEnvelope. What is read is written by Encode as the same event.
func Parse(text []byte) (*Envelope, error) {
	if len(text) > MaxSize {
		return nil, faulty("超过 256 KiB")
	}
	clean, err := canon.Append(nil, text)
	if err != nil {
		return nil, faulty(err.Error())
	}
	members := make(map[string]json.RawMessage)
	if json.Unmarshal(clean, &members) != nil {
		return nil, faulty("不是 JSON 对象")
	}
	r := reader{members: members}
	e := r.envelope()
	if r.reason == "" {
		r.reason = e.fault()
	}
	if r.reason != "" {
		return nil, faulty(r.reason)
	}
	return e, nil
}

// A reader reads attributes, and keeps the first thing that is wrong.
type reader struct {
	members map[string]json.RawMessage
	reason  string
}

func (r *reader) envelope() *Envelope {
	e := &Envelope{
		ID: r.text("id"), Source: r.text("source"), Type: r.text("type"), Subject: r.text("subject"),
		Time: r.time("time"), Sequence: r.sequence("sequence"), DataSchema: r.text("dataschema"), Data: r.members["data"],
	}
	r.say(r.text("specversion") != SpecVersion, "specversion 应当是 1.0")
	r.say(r.members["data_base64"] != nil, "data 应当是 JSON 对象")
	if content := r.text("datacontenttype"); e.Data != nil {
		r.say(content != "" && content != dataType, "datacontenttype 应当是 application/json")
	}
	return e
}

func (r *reader) say(wrong bool, reason string) {
	if wrong && r.reason == "" {
		r.reason = reason
	}
}

// text returns a member that is a text, "" if there is none.
func (r *reader) text(name string) string {
	value, there := r.members[name]
	if !there {
		return ""
	}
	var s *string
	if json.Unmarshal(value, &s) != nil || s == nil || *s == "" {
		r.say(true, name+" 应当是非空的文本")
		return ""
	}
	return *s
}

func (r *reader) time(name string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, r.text(name))
	r.say(err != nil, name+" 应当是 RFC 3339 时间")
	return t.UTC()
}

func (r *reader) sequence(name string) int64 {
	text := r.text(name)
	n, err := strconv.ParseUint(text, 10, 63)
	r.say(err != nil || len(text) != 19, name+" 应当是19位数字")
	return int64(n)
}

// fault says what is wrong with the envelope, "" if nothing is.
func (e *Envelope) fault() string {
	for _, a := range []struct{ name, text string }{
		{"id", e.ID}, {"source", e.Source}, {"type", e.Type}, {"subject", e.Subject},
	} {
		if !isText(a.text) {
			return a.name + " 应当有1至1024字节，没有控制字符"
		}
	}
	switch {
	case !isReference(e.Source):
		return "source 应当是 URI"
	case e.Sequence < 1:
		return "sequence 应当从1起"
	case e.Time.UTC().Year() < 1 || e.Time.UTC().Year() > 9999 || e.Time.Nanosecond()%int(time.Millisecond) != 0:
		return "time 应当精确到毫秒"
	case e.DataSchema != "" && (!isText(e.DataSchema) || !isAbsolute(e.DataSchema)):
		return "dataschema 应当是完整的 URI"
	case len(e.Data) > 0 && e.Data[0] != '{' || len(e.Data) == 0 && e.DataSchema != "":
		return "data 应当是 JSON 对象"
	}
	return ""
}

// isText reports whether a text may be an attribute: CloudEvents has no room for control characters, nor for code points
// that are none.
func isText(s string) bool {
	for _, r := range s {
		if unicode.IsControl(r) || r&0xfffe == 0xfffe || 0xfdd0 <= r && r <= 0xfdef {
			return false
		}
	}
	return s != "" && len(s) <= maxText && utf8.ValidString(s)
}

func isReference(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.String() == s
}

func isAbsolute(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.IsAbs() && u.String() == s
}
