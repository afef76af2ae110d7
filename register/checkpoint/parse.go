package checkpoint

import (
	"bytes"
	"encoding/base64"
	"strings"
)

// dash begins the line of a signature: an em dash and a blank.
const dash = "— "

// Parse reads a signed checkpoint in its one form, of at most MaxText bytes. It checks no signature; see Signed.Verify.
// Anything else is ErrCheckpoint, wrapped.
func Parse(text []byte) (Signed, error) {
	if len(text) > MaxText {
		return Signed{}, checkpointError("过长")
	}
	lines := strings.Split(string(text), "\n")
	if len(lines) < textLines+3 || lines[textLines] != "" || lines[len(lines)-1] != "" {
		return Signed{}, checkpointError("应当是7行、一个空行和签名行，每行以换行符结束")
	}
	c, err := parseLines(lines[:textLines])
	if err != nil {
		return Signed{}, err
	}
	signatures, err := parseSignatures(lines[textLines+1 : len(lines)-1])
	if err != nil {
		return Signed{}, err
	}
	return asWritten(Signed{c, signatures}, text)
}

func parseSignatures(lines []string) ([]Signature, error) {
	if len(lines) > MaxSignatures {
		return nil, checkpointError("签名过多")
	}
	var list []Signature
	for i, line := range lines {
		s, ok := parseSignature(line)
		if !ok {
			return nil, lineError(textLines+2+i, "应当是“— 签名人 签名”，签名以 base64 书写")
		}
		list = append(list, s)
	}
	return list, nil
}

func parseSignature(line string) (Signature, bool) {
	rest, ok := strings.CutPrefix(line, dash)
	name, encoded, cut := strings.Cut(rest, " ")
	b, err := base64.StdEncoding.DecodeString(encoded)
	if !ok || !cut || err != nil || len(b) <= len(KeyID{}) {
		return Signature{}, false
	}
	return Signature{name, KeyID(b), b[len(KeyID{}):]}, true
}

// asWritten lets through only what would be written with the same bytes, so that no two texts are the same checkpoint.
func asWritten(s Signed, text []byte) (Signed, error) {
	again, err := s.Format()
	if err != nil {
		return Signed{}, err
	}
	if !bytes.Equal(again, text) {
		return Signed{}, checkpointError("书写不合规则")
	}
	return s, nil
}
