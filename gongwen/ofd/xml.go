package ofd

import (
	"strconv"
	"unicode"
)

// xmlHeader begins every part; namespace is that of OFD.
const (
	xmlHeader = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	namespace = ` xmlns:ofd="http://www.ofdspec.org/2016"`
)

// readable returns the rune, or the replacement character for what is no text: bytes, controls, marks of format.
func readable(r rune) rune {
	if r < ' ' || r >= 0x7F && unicode.In(r, unicode.Cc, unicode.Cf) || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF {
		return unicode.ReplacementChar
	}
	return r
}

// appendText appends text, escaped for content and for attributes in double quotes. Line ends and tabs become blanks.
func appendText(b []byte, s string) []byte {
	for _, r := range s {
		b = appendRune(b, r)
	}
	return b
}

func appendRune(b []byte, r rune) []byte {
	switch r {
	case '&':
		return append(b, "&amp;"...)
	case '<':
		return append(b, "&lt;"...)
	case '>':
		return append(b, "&gt;"...)
	case '"':
		return append(b, "&quot;"...)
	case '\t', '\n', '\v', '\f', '\r':
		return append(b, ' ')
	}
	return append(b, string(readable(r))...)
}

// begin begins a part whose root element is root; the rest are its attributes, what ends its start, and what follows.
func (k *work) begin(root string, rest ...string) {
	k.xml = append(k.xml[:0], xmlHeader...)
	k.add("<ofd:", root, namespace)
	k.add(rest...)
}

// add appends XML as it is.
func (k *work) add(parts ...string) {
	for _, s := range parts {
		k.xml = append(k.xml, s...)
	}
}

// addInt appends an attribute with a number.
func (k *work) addInt(name string, value int) {
	k.add(" ", name, `="`)
	k.xml = append(strconv.AppendInt(k.xml, int64(value), 10), '"')
}

// addAttr appends an attribute with a text.
func (k *work) addAttr(name, value string) {
	k.add(" ", name, `="`)
	k.xml = append(appendText(k.xml, value), '"')
}

// addElement appends an element with a text, or nothing if the text is empty.
func (k *work) addElement(name, value string) {
	if value == "" {
		return
	}
	k.add("<ofd:", name, ">")
	k.xml = appendText(k.xml, value)
	k.add("</ofd:", name, ">")
}
