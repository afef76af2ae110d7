package fazhi_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

// Invented data; the check digit of the identity number is wrong on purpose.
const (
	name  = fazhi.PersonName("欧阳测试")
	id    = fazhi.IDNumber("350502199001010010")
	phone = fazhi.Phone("13900000000")
)

type party struct {
	Name  fazhi.PersonName
	ID    fazhi.IDNumber
	Phone fazhi.Phone
}

// hidden fails when a text shows a value, in whatever notation.
func hidden(t *testing.T, text string) {
	t.Helper()
	for _, secret := range []string{
		string(name), "欧阳", string(id), string(phone), "13900",
		fmt.Sprintf("%x", string(name)), fmt.Sprintf("%X", string(id)), fmt.Sprintf("%+q", string(name)),
	} {
		require.NotContains(t, text, strings.Trim(secret, `"`))
	}
}

func TestPersonsHideUnderEveryVerb(t *testing.T) {
	var list, byName = []fazhi.PersonName{name}, map[fazhi.PersonName]fazhi.IDNumber{name: id}
	whole := party{name, id, phone}
	for _, flags := range []string{"", "+", "#", "-40", "040", " ", "3.2"} {
		for _, verb := range "vsqxXdtbcoOeEfFgGU" { // %T names the type; %p is a mistake that vet reports
			format := "%" + flags + string(verb)
			for _, v := range []any{name, id, phone, whole, &whole, list, byName, struct{ Any any }{name}} {
				hidden(t, fmt.Sprintf(format, v))
			}
		}
	}
	require.Equal(t, "［姓名］ ［身份号码］ ［电话］", fmt.Sprintf("%v %s %q", name, id, phone))
	require.Equal(t, "［姓名］", fmt.Sprint(name))
	for _, format := range []string{"参数多于格式", "%v %d", "%[5]v"} { // fmt complains and shows what it got
		hidden(t, fmt.Sprintf(format, name))
	}
	hidden(t, errors.Join(fmt.Errorf("当事人 %v", whole)).Error())
}

func TestPersonsHideInLogs(t *testing.T) {
	var out bytes.Buffer
	for _, h := range []slog.Handler{slog.NewTextHandler(&out, nil), slog.NewJSONHandler(&out, nil)} {
		log := slog.New(h).With("申请人", name)
		log.Info("受理", "name", name, "id", id, slog.Any("phone", phone), slog.Group("party", "name", name))
	}
	slog.New(slog.NewTextHandler(&out, nil)).Info("受理", "party", party{name, id, phone})
	hidden(t, out.String())
	require.Equal(t, 3, strings.Count(out.String(), "［身份号码］"))
}

// Documents are stored as JSON, so JSON keeps the values; a string conversion gives them too.
func TestPersonsAreKept(t *testing.T) {
	data, err := json.Marshal(party{name, id, phone})
	require.NoError(t, err)
	var back party
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, party{name, id, phone}, back)
	require.Equal(t, "欧阳测试", string(back.Name))
}
