package webhook

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"syscall"
)

// ErrForbidden is, under errors.Is, an address that Options.Allow does not have.
var ErrForbidden = errors.New("不在许可的地址范围内")

// A special range is one whose addresses are not somebody's server on a network.
type special struct {
	prefix string
	named  bool // allowed if Allow names it or a part of it; a wider range does not do
}

// specials are those ranges (the IANA registries of special-purpose addresses; RFC 6890). Addresses that hold another
// address inside are none of ours: the one inside would decide.
func specials() []special {
	return []special{
		{"0.0.0.0/8", false},         // this host; systems take it for the loopback
		{"127.0.0.0/8", true},        // loopback
		{"169.254.0.0/16", true},     // link-local, with the metadata services of clouds
		{"192.0.0.0/24", true},       // of the IETF's protocols, with metadata services of some clouds
		{"192.88.99.0/24", false},    // relays of 6to4
		{"224.0.0.0/4", false},       // multicast
		{"240.0.0.0/4", false},       // reserved, broadcast
		{"100.100.100.200/32", true}, // the metadata service of a large cloud, in the range of carriers
		{"fd00:ec2::254/128", true},  // the same by IPv6
		{"::/128", false},            // unspecified
		{"::1/128", true},            // loopback
		{"::/96", false},             // IPv4 inside
		{"::ffff:0:0:0/96", false},   // IPv4 inside, translated
		{"64:ff9b::/96", false},      // NAT64
		{"64:ff9b:1::/48", false},    // NAT64, local
		{"2001::/32", false},         // Teredo
		{"2002::/16", false},         // 6to4
		{"fe80::/10", true},          // link-local
		{"fec0::/10", true},          // site-local of old
		{"ff00::/8", false},          // multicast
	}
}

// An allowance is the addresses that may be dialled.
type allowance struct {
	prefixes []netip.Prefix
	specials []rangeOf
}

type rangeOf struct {
	netip.Prefix
	named bool
}

// newAllowance takes over a list of prefixes.
func newAllowance(list []netip.Prefix) (*allowance, error) {
	a := &allowance{}
	for _, p := range list {
		if !p.IsValid() || p.Addr().Is4In6() {
			return nil, errors.New("许可的地址范围（Allow）有的无效")
		}
		a.prefixes = append(a.prefixes, p.Masked())
	}
	for _, s := range specials() {
		p, err := netip.ParsePrefix(s.prefix)
		if err != nil {
			return nil, err
		}
		a.specials = append(a.specials, rangeOf{Prefix: p, named: s.named})
	}
	return a, nil
}

// has reports whether an address may be dialled. One with a zone is in no prefix.
func (a *allowance) has(addr netip.Addr) bool {
	addr = addr.Unmap()
	var in rangeOf // the narrowest one, which decides
	for _, s := range a.specials {
		if s.Contains(addr) && s.Bits() >= in.Bits() {
			in = s
		}
	}
	if in.IsValid() && !in.named {
		return false
	}
	return slices.ContainsFunc(a.prefixes, func(p netip.Prefix) bool { return p.Bits() >= in.Bits() && p.Contains(addr) })
}

// control is the ControlContext of a dialer: it sees each address just before it is connected to.
func (a *allowance) control(_ context.Context, network, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil || network != "tcp4" && network != "tcp6" || !a.has(at.Addr()) {
		return fmt.Errorf("webhook: %w", ErrForbidden)
	}
	return nil
}
