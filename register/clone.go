package register

import (
	"bytes"
	"slices"
)

// cloneEntry returns a copy that shares nothing with e.
func cloneEntry(e *Entry) Entry {
	c := *e
	c.Numbers = slices.Clone(e.Numbers)
	c.With = slices.Clone(e.With)
	c.Applied = slices.Clone(e.Applied)
	c.Codes = slices.Clone(e.Codes)
	c.Doc = bytes.Clone(e.Doc)
	c.Running = slices.Clone(e.Running)
	for i := range c.Running {
		c.Running[i].Pauses = slices.Clone(c.Running[i].Pauses)
	}
	c.Secrets = slices.Clone(e.Secrets)
	for i := range c.Secrets {
		c.Secrets[i] = cloneSecret(&e.Secrets[i])
	}
	return c
}

func cloneSecret(s *Secret) Secret {
	c := *s
	c.Box, c.Digest = bytes.Clone(s.Box), bytes.Clone(s.Digest)
	return c
}
