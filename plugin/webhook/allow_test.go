package webhook

import (
	"net/netip"
	"testing"

	"github.com/stretchr/testify/require"
)

func prefixes(list ...string) []netip.Prefix {
	var out []netip.Prefix
	for _, text := range list {
		out = append(out, netip.MustParsePrefix(text))
	}
	return out
}

// The addresses that forged names and numbers end in, once they are resolved.
func forbidden() []string {
	return []string{
		"127.0.0.1", "127.1.2.3", "127.255.255.255", "::1", "0.0.0.0", "0.1.2.3", "::", "::ffff:127.0.0.1", "::ffff:7f00:1",
		"::127.0.0.1", "::ffff:0:127.0.0.1", "169.254.169.254", "::ffff:169.254.169.254", "100.100.100.200", "192.0.0.192",
		"fd00:ec2::254", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::",
		"192.88.99.1", "fe80::1", "fe80::1%eth0", "fec0::1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "ff02::1",
	}
}

// However wide a list is, nobody gets there who does not name it.
func TestForbidden(t *testing.T) {
	for _, list := range [][]netip.Prefix{
		nil, prefixes("10.20.0.0/16"), prefixes("0.0.0.0/0", "::/0"), prefixes("0.0.0.0/1", "128.0.0.0/1", "::/1", "8000::/1"),
		prefixes("126.0.0.0/7", "168.0.0.0/6", "100.64.0.0/10", "f000::/4", "::/8", "2000::/3", "64:ff9b::/32"),
	} {
		a, err := newAllowance(list)
		require.NoError(t, err)
		for _, text := range forbidden() {
			require.False(t, a.has(netip.MustParseAddr(text)), "%s in %v", text, list)
		}
	}
	a, err := newAllowance(nil)
	require.NoError(t, err)
	for _, text := range []string{"10.0.0.1", "100.64.0.1", "172.16.0.1", "192.168.1.1", "8.8.8.8", "fd00::1", "2400:3200::1"} {
		require.False(t, a.has(netip.MustParseAddr(text)), "an empty list has nothing: %s", text)
	}
}

// Whatever holds another address inside can be named as one likes.
func TestNeverAllowed(t *testing.T) {
	for text, prefix := range map[string]string{
		"0.0.0.0": "0.0.0.0/32", "::": "::/128", "::127.0.0.1": "::7f00:1/128", "64:ff9b::a14:1": "64:ff9b::a14:1/128",
		"2002:a14:1::": "2002:a14:1::/48", "2001:0:1::": "2001:0:1::/48", "224.0.0.1": "224.0.0.1/32", "255.255.255.255": "255.255.255.255/32",
		"ff02::1": "ff02::1/128", "fe80::1%eth0": "fe80::/10",
	} {
		a, err := newAllowance(prefixes(prefix))
		require.NoError(t, err)
		require.False(t, a.has(netip.MustParseAddr(text)), text)
	}
}

func TestAllowed(t *testing.T) {
	for text, prefix := range map[string]string{
		"10.20.3.4": "10.20.0.0/16", "::ffff:10.20.3.4": "10.20.0.0/16", "fd12::1": "fd00::/8", "2400:3200::1": "::/0", "8.8.8.8": "0.0.0.0/0",
		"127.0.0.1": "127.0.0.0/8", "127.0.0.2": "127.0.0.2/32", "::1": "::1/128", "169.254.1.1": "169.254.1.0/24", "fe80::1": "fe80::/64",
		"100.64.3.4": "100.64.0.0/10", "100.100.100.200": "100.100.100.200/32",
	} {
		a, err := newAllowance(prefixes(prefix))
		require.NoError(t, err)
		require.True(t, a.has(netip.MustParseAddr(text)), text)
	}
	a, err := newAllowance(prefixes("10.20.3.4/16"))
	require.NoError(t, err)
	require.True(t, a.has(netip.MustParseAddr("10.20.200.1")), "bits behind the prefix do not count")
	require.False(t, a.has(netip.MustParseAddr("10.21.0.1")))
	for _, bad := range []netip.Prefix{{}, netip.PrefixFrom(netip.MustParseAddr("::ffff:10.0.0.1"), 104), netip.PrefixFrom(netip.MustParseAddr("10.0.0.1"), 33)} {
		_, err := newAllowance([]netip.Prefix{bad})
		require.Error(t, err)
	}
}

// What a dialer may ask for, and what it may not.
func TestControl(t *testing.T) {
	a, err := newAllowance(prefixes("10.20.0.0/16"))
	require.NoError(t, err)
	require.NoError(t, a.control(t.Context(), "tcp4", "10.20.0.1:443", nil))
	for _, x := range [][2]string{
		{"tcp4", "10.21.0.1:443"}, {"udp4", "10.20.0.1:443"}, {"unix", "/run/x"}, {"tcp4", "10.20.0.1"}, {"tcp4", "host:443"}, {"tcp4", ""},
	} {
		require.ErrorIs(t, a.control(t.Context(), x[0], x[1], nil), ErrForbidden, x)
	}
}

// The address itself is dialled, whatever the environment says of proxies.
func TestNoProxy(t *testing.T) {
	require.Nil(t, transport(Options{}, &allowance{}).Proxy)
}
