package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/register"
)

// parseRef reads 种类:标识; an input method may write the colon as a Chinese one.
func parseRef(text string) (fazhi.Ref, error) {
	at := strings.IndexAny(text, ":：")
	if at > 0 {
		kind, id := text[:at], strings.TrimPrefix(strings.TrimPrefix(text[at:], ":"), "：")
		if id != "" {
			return fazhi.Ref{Kind: fazhi.Kind(kind), ID: id}, nil
		}
	}
	return fazhi.Ref{}, fmt.Errorf("%w：文件应写作 种类:标识，如 contract:HT-1", cli.ErrUsage)
}

// document reads a document. Its kind and id are those that were asked for, by an argument or by -kind and -id, else its
// members kind and id, the id at last serial. Where both say one, they must agree.
func (s *session) document(name string, want fazhi.Ref, r *rules) (fazhi.Document, error) {
	data, err := s.file(name, maxDocument)
	if err != nil {
		return nil, err
	}
	d, err := readDocument(data, want, r)
	if err != nil {
		return nil, fmt.Errorf("%s：%w", baseOf(name), err)
	}
	return d, nil
}

func readDocument(data []byte, want fazhi.Ref, r *rules) (fazhi.Document, error) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	var members map[string]json.RawMessage
	if err := strict(data, &members); err != nil {
		return nil, err
	}
	if members == nil {
		return nil, errors.New("应是一个 JSON 对象")
	}
	kind, err := agreed(members, "kind", string(want.Kind))
	id, err2 := agreed(members, "id", want.ID)
	if err := errors.Join(err, err2); err != nil {
		return nil, err
	}
	if id == "" {
		id = text(members["serial"])
	}
	if kind == "" || id == "" {
		return nil, errors.New("没有种类或者标识：用 -kind、-id，或者写在 JSON 成员 kind、id 中")
	}
	ref := fazhi.Ref{Kind: fazhi.Kind(kind), ID: id}
	if subject, ok := r.subject(ref.Kind); ok {
		return typed(members, ref, subject)
	}
	return &register.Raw{Of: ref, Name: cmp.Or(text(members["title"]), text(members["name"])), JSON: data}, nil
}

// agreed returns what was asked for or, without that, a member.
func agreed(members map[string]json.RawMessage, name, want string) (string, error) {
	has := text(members[name])
	switch {
	case members[name] != nil && has == "":
		return "", fmt.Errorf("/%s：应是不空的字符串", name)
	case want != "" && has != "" && want != has:
		return "", fmt.Errorf("/%s：与命令行所写的不一致", name)
	}
	return cmp.Or(want, has), nil
}

// text is the value of a JSON string, empty of anything else.
func text(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}

// typed reads a document whose kind has a flow: the gates of the flow look into it. Members that the kind does not know
// would be lost, so they are refused; kind and id are read already.
func typed(members map[string]json.RawMessage, ref fazhi.Ref, s subject) (fazhi.Document, error) {
	members = maps.Clone(members)
	delete(members, "kind")
	delete(members, "id")
	var wrong []error
	for _, name := range slices.Sorted(maps.Keys(members)) {
		if err := fits(name, members[name], s.new()); err != nil {
			wrong = append(wrong, err)
		}
	}
	if err := errors.Join(wrong...); err != nil {
		return nil, err
	}
	d := s.new()
	all, err := json.Marshal(members)
	if err == nil {
		err = strict(all, d)
	}
	if err != nil {
		return nil, err
	}
	if fazhi.RefOf(d) != ref {
		return nil, errors.New("/serial：与文件的标识不一致")
	}
	return d, nil
}

// fits reports whether a document can have one member. The error names the place, never the value.
func fits(name string, value json.RawMessage, d fazhi.Document) error {
	one, err := json.Marshal(map[string]json.RawMessage{name: value})
	if err == nil && json.Unmarshal(one, d) != nil {
		err = fmt.Errorf("/%s：内容不合要求", name)
	}
	if err == nil && strict(one, d) != nil {
		err = fmt.Errorf("/%s：%s没有这个成员", name, d.Kind())
	}
	return err
}
