package checkpoint

import (
	"encoding/base64"
	"strconv"
	"time"
)

const version = "fazhi-checkpoint/1"

// Text returns the seven lines that are signed. A Checkpoint that has no such text is ErrCheckpoint, wrapped.
func (c Checkpoint) Text() ([]byte, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	text := version + " " + c.Organ + "\n" +
		strconv.FormatInt(c.Size, 10) + "\n" +
		base64.StdEncoding.EncodeToString(c.Root[:]) + "\n" +
		"hash " + c.Hash + "\n" +
		"head " + base64.StdEncoding.EncodeToString(c.Head[:]) + "\n" +
		"previous " + base64.StdEncoding.EncodeToString(c.Previous[:]) + "\n" +
		"at " + c.At.In(beijing()).Format(time.RFC3339) + "\n"
	return []byte(text), nil
}

const textLines = 7

// parseLines reads the lines that are signed, without the line feeds.
func parseLines(lines []string) (Checkpoint, error) {
	f := fields{lines: lines}
	c := Checkpoint{
		Organ:    f.next(version + " "),
		Size:     f.number(),
		Root:     f.hash(""),
		Hash:     f.next("hash "),
		Head:     f.hash("head "),
		Previous: f.hash("previous "),
		At:       f.time("at "),
	}
	if f.err != nil {
		return Checkpoint{}, f.err
	}
	if err := c.check(); err != nil {
		return Checkpoint{}, err
	}
	return c, nil
}
