package crashtest

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/events"
)

// What goes wrong is found: one record for each way.
func TestJudgeBites(t *testing.T) {
	ids := map[string]bool{"1": true, "2": true, "3": true, "4": true}
	type told struct {
		id, subject string
		seq         int64
	}
	one, two, other, three := told{"1", "a", 1}, told{"2", "a", 2}, told{"3", "b", 3}, told{"4", "a", 4}
	for name, c := range map[string]struct {
		arrivals []told
		want     row
	}{
		"well":              {[]told{one, two, other, three}, row{}},
		"documents overlap": {[]told{other, one, two, three}, row{}},
		"lost":              {[]told{one, other, three}, row{lost: 1}},
		"out of order":      {[]told{one, three, two, other}, row{outOfOrder: 1}},
		"doubled":           {[]told{one, one, two, other, three}, row{doubled: 1}},
		"doubled late":      {[]told{one, two, one, other, three}, row{doubled: 1, outOfOrder: 1}},
		"foreign":           {[]told{one, two, other, three, {"9", "c", 9}}, row{foreign: 1}},
	} {
		var r record
		for _, a := range c.arrivals {
			r.add(&events.Envelope{ID: a.id, Subject: a.subject, Sequence: a.seq}, "")
		}
		got := r.judge("", ids, nil)
		c.want.events = len(ids)
		require.Equal(t, &c.want, got, name)
	}
}

func TestBack(t *testing.T) {
	start := time.Date(2024, 5, 1, 2, 0, 0, 0, time.UTC)
	at := func(ms int) time.Time { return start.Add(time.Duration(ms) * time.Millisecond) }
	r := record{list: []arrival{
		{&events.Envelope{Source: "x"}, "a", at(1)},
		{&events.Envelope{Source: "y"}, "b", at(2)},
		{&events.Envelope{Source: "y"}, "b", at(10)},
		{&events.Envelope{Source: "x"}, "b", at(30)},
	}}
	require.Equal(t, 25*time.Millisecond, r.back(kill{"a", at(5)}))
	require.Equal(t, 5*time.Millisecond, r.back(kill{"", at(5)}))
	require.Zero(t, r.back(kill{"", at(40)}))
}
