package content

import (
	"sync"

	"github.com/fazhi-go/fazhi/internal/cue"
)

// A sighting is what was found in a unit.
type sighting struct {
	lead      cue.Set
	sentences []cue.Set
}

// sightings are what was found in the units of a draft; they are kept because every rule of a profile asks for them.
type sightings struct {
	sync.Mutex
	of    *cue.Lexicon
	found []sighting
}

// sightings returns what words are in the units.
func (d *Draft) sightings(w *cue.Lexicon) []sighting {
	s := d.seen
	if s == nil {
		return nil // the zero Draft has no units
	}
	s.Lock()
	defer s.Unlock()
	if s.of == w {
		return s.found
	}
	found := make([]sighting, len(d.units))
	for i := range d.units {
		u := &d.units[i]
		found[i].lead = w.Find(u.lead)
		for _, sentence := range u.sentences {
			found[i].sentences = append(found[i].sentences, w.Find(sentence))
		}
	}
	s.of, s.found = w, found
	return found
}
