package nats

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi/plugin/events"
)

// DefaultSubject is the template where Options have none.
const DefaultSubject = "fazhi.{organ}.{kind}.{act}"

// Bounds of a subject: a server takes 4096 bytes on a line that has some more on it.
const (
	maxTokens = 8
	maxToken  = 255
)

// A template is a subject with places for what an event has: its tokens.
type template []string

// places returns what may stand in a template.
func places() map[string]func(e *events.Envelope) string {
	return map[string]func(e *events.Envelope) string{
		"{organ}": (*events.Envelope).Organ,
		"{kind}":  func(e *events.Envelope) string { return string(e.Kind()) },
		"{act}":   func(e *events.Envelope) string { return string(e.Act()) },
		"{id}":    func(e *events.Envelope) string { return e.Ref().ID },
	}
}

// parseTemplate reads a template. It begins with a word, so that no event can get among the subjects of the system.
func parseTemplate(text string) (template, error) {
	t := template(strings.Split(text, "."))
	if len(t) > maxTokens {
		return nil, fmt.Errorf("主题（Subject）应当不超过%d段", maxTokens)
	}
	known := places()
	for i, token := range t {
		if known[token] != nil && i > 0 {
			continue
		}
		if token == "" || len(token) > maxToken || strings.ContainsFunc(token, func(r rune) bool { return !isPlain(r) }) {
			return nil, errors.New("主题（Subject）应当由点隔开的字母、数字、-、_ 或者 {organ}、{kind}、{act}、{id} 组成，第一段不是后者")
		}
	}
	if t[0][0] == '_' {
		return nil, errors.New("主题（Subject）不应当以 _ 开头")
	}
	return t, nil
}

// of makes the subject of an event. An event that lacks something that stands in the template has none.
func (t template) of(e *events.Envelope) (string, error) {
	known := places()
	tokens := make([]string, len(t))
	for i, token := range t {
		tokens[i] = token
		if place := known[token]; place != nil {
			value := place(e)
			if value == "" {
				return "", fmt.Errorf("事件没有 %s", token)
			}
			tokens[i] = Token(value)
		}
	}
	return strings.Join(tokens, "."), nil
}

// within reports whether a subject that a stream listens to takes in all subjects of the template.
func (t template) within(pattern string) bool {
	tokens := strings.Split(pattern, ".")
	for i, token := range tokens {
		switch {
		case i == len(t):
			return false
		case token == ">":
			return true
		case token != "*" && token != t[i]:
			return false
		}
	}
	return len(tokens) == len(t)
}

// Token writes a value as it stands in a subject: letters, digits, - and _ of ASCII as they are, all other bytes as % and
// two digits, as in a URL; what becomes longer than 255 bytes as ~ and the SHA-256 in hexadecimal. So no value has a point,
// a wildcard or a blank, different values have different tokens, and clients in every language can write them. A consumer
// that wants one organ's events filters by its Token.
func Token(value string) string {
	var b strings.Builder
	for _, c := range []byte(value) {
		if isPlain(rune(c)) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	if b.Len() > maxToken {
		sum := sha256.Sum256([]byte(value))
		return "~" + hex.EncodeToString(sum[:])
	}
	return b.String()
}

func isPlain(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_'
}
