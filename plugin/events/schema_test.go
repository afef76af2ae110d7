package events_test

import (
	"encoding/json"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/register"
)

func acts() []register.Act {
	return []register.Act{
		register.Added, register.Stepped, register.Corrected, register.Voided, register.Reserved, register.Expired, register.Refused,
	}
}

// The schema names the members of Facts and the acts, no more and no less.
func TestSchemaIsComplete(t *testing.T) {
	text, err := os.ReadFile("entry.v1.json")
	require.NoError(t, err)
	var schema struct {
		ID         string `json:"$id"`
		Required   []string
		Properties map[string]struct{ Enum []register.Act }
	}
	require.NoError(t, json.Unmarshal(text, &schema))
	require.Equal(t, events.Schema, schema.ID)
	var names, always []string
	for field := range reflect.TypeFor[events.Facts]().Fields() {
		name, rest, _ := strings.Cut(field.Tag.Get("json"), ",")
		names = append(names, name)
		if rest == "" {
			always = append(always, name)
		}
	}
	require.ElementsMatch(t, names, slices.Collect(maps.Keys(schema.Properties)))
	require.ElementsMatch(t, always, schema.Required)
	require.Equal(t, acts(), schema.Properties["act"].Enum)
}
