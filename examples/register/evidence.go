package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/audit"
	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/merkle"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// A verifyAnswer is that of verify and verify-archive: what audit found.
type verifyAnswer struct {
	audit.Result
	Counters bool `json:"counters"` // whether the store's counters were looked at: not in an archive, nor in a file that cannot be written
	cli.Outcome

	file bool // it is an archive
}

func (a *verifyAnswer) Prepare() {
	if a.Faults == nil {
		a.Faults = []audit.Fault{}
	}
}

func (a *verifyAnswer) Found() string { return faultsFound(&a.Result) }

func faultsFound(r *audit.Result) string {
	if r.Well() {
		return ""
	}
	return fmt.Sprintf("核验发现%d处问题", int64(len(r.Faults))+r.More)
}

func (a *verifyAnswer) String() string { return printed(a.print) }

func (a *verifyAnswer) print(p *page) {
	printResult(p, &a.Result)
	if !a.Counters && !a.file {
		p.line("文件不能写入，没有核对计数器")
	}
}

func printResult(p *page, r *audit.Result) {
	said := "核验无误"
	if !r.Well() {
		said = "有问题"
	}
	p.line("登记簿 " + r.Organ + "：" + said)
	p.fields(field{"条目", fmt.Sprintf("%d条，给出编号%d个", r.Entries, r.Numbers)}, field{"摘要", r.Head.String() + "（" + r.Hash + "）"})
	if r.Known > 0 {
		p.fields(field{"存证", fmt.Sprintf("与%d份存证一致", r.Known)})
	}
	var rows [][]string
	for _, f := range r.Faults {
		rows = append(rows, []string{fmt.Sprintf("第%d条", f.Seq), f.Message, string(f.Code)})
	}
	p.section([]string{"位置", "问题", "代码"}, rows)
	if r.More > 0 {
		p.line(fmt.Sprintf("另有%d处没有列出", r.More))
	}
}

func verify(ctx context.Context, s *session, out *verifyAnswer) error {
	known, err := s.known()
	if err != nil {
		return err
	}
	err = s.begin(ctx, checks)
	readOnly := errors.Is(err, sqlite.ErrReadOnly)
	if readOnly {
		err = s.begin(ctx, looks)
	}
	if err != nil {
		return err
	}
	r, err := audit.Verify(ctx, s.store, s.scope, audit.Options{Hash: s.hash, Checkpoints: known, ReadOnly: readOnly})
	if err != nil {
		return err
	}
	out.Result, out.Counters = *r, !readOnly
	return nil
}

// known reads the checkpoints of the command line and verifies their signatures.
func (s *session) known() ([]checkpoint.Checkpoint, error) {
	if (len(s.checkpoints) == 0) != (s.key == "") {
		return nil, fmt.Errorf("%w：-checkpoint 和 -key 要一起写", cli.ErrUsage)
	}
	var list []checkpoint.Checkpoint
	for _, name := range s.checkpoints {
		signed, _, err := s.signed(name, s.key)
		if err != nil {
			return nil, err
		}
		list = append(list, signed.Checkpoint)
	}
	return list, nil
}

// signed reads a checkpoint and verifies that the key of a file has signed it.
func (s *session) signed(name, keyFile string) (checkpoint.Signed, []checkpoint.Key, error) {
	signed, err := s.unverified(name)
	if err != nil {
		return checkpoint.Signed{}, nil, err
	}
	key, err := s.publicKey(keyFile)
	if err != nil {
		return checkpoint.Signed{}, nil, err
	}
	by, err := key.verify(signed)
	if err != nil {
		return checkpoint.Signed{}, nil, fmt.Errorf("%s：%w", baseOf(name), err)
	}
	return signed, by, nil
}

// unverified reads a checkpoint without a look at its signatures.
func (s *session) unverified(name string) (checkpoint.Signed, error) {
	data, err := s.file(name, maxSmall)
	if err != nil {
		return checkpoint.Signed{}, err
	}
	signed, err := checkpoint.Parse(data)
	if err != nil {
		return checkpoint.Signed{}, fmt.Errorf("%s：%w", baseOf(name), err)
	}
	return signed, nil
}

// A certifyAnswer is that of certify. Without a checkpoint, faults say why.
type certifyAnswer struct {
	Checkpoint *checkpointOf `json:"checkpoint"`
	Signers    []signer      `json:"signers"`
	File       string        `json:"file"`
	Faults     []audit.Fault `json:"faults"`
	cli.Outcome

	result audit.Result
}

// A checkpointOf is a checkpoint in JSON.
type checkpointOf struct {
	Organ    string       `json:"organ"`
	Size     int64        `json:"size"`
	Head     register.Sum `json:"head"`
	Root     register.Sum `json:"root"`
	Previous register.Sum `json:"previous"`
	At       time.Time    `json:"at"`
	Hash     string       `json:"hash"`
}

func checkpointJSON(c checkpoint.Checkpoint) *checkpointOf {
	return &checkpointOf{Organ: c.Organ, Size: c.Size, Head: c.Head, Root: c.Root, Previous: c.Previous, At: c.At.UTC(), Hash: c.Hash}
}

// A signer is one whose signature was made or verified.
type signer struct {
	Name      string `json:"name"`
	Algorithm string `json:"algorithm"`
	Key       string `json:"key"` // its id
}

func signersJSON(keys []checkpoint.Key) []signer {
	list := []signer{}
	for _, k := range keys {
		list = append(list, signer{Name: k.Name, Algorithm: k.Algorithm, Key: k.ID().String()})
	}
	return list
}

func signersText(list []signer) string {
	var texts []string
	for _, s := range list {
		texts = append(texts, fmt.Sprintf("%s（%s，密钥 %s）", s.Name, s.Algorithm, s.Key))
	}
	return strings.Join(texts, "、")
}

func (c *checkpointOf) fields() []field {
	return []field{
		{"机关", c.Organ}, {"条目", fmt.Sprintf("%d条", c.Size)}, {"时间", c.At.In(china()).Format("2006-01-02 15:04:05")},
		{"根", c.Root.String() + "（" + c.Hash + "）"},
	}
}

func (a *certifyAnswer) Prepare() {
	if a.Faults == nil {
		a.Faults = []audit.Fault{}
	}
	if a.Signers == nil {
		a.Signers = []signer{}
	}
}

func (a *certifyAnswer) Found() string { return faultsFound(&a.result) }

func (a *certifyAnswer) String() string { return printed(a.print) }

func (a *certifyAnswer) print(p *page) {
	if a.Checkpoint == nil {
		printResult(p, &a.result)
		return
	}
	p.line("存证 " + a.File)
	p.fields(append(a.Checkpoint.fields(), field{"签名", signersText(a.Signers)})...)
	p.line("交给上级机关、档案馆等他人保管；放在本机的存证证明不了什么。")
}

func certify(ctx context.Context, s *session, out *certifyAnswer) error {
	v := &values{}
	v.must("key", s.key)
	v.must("out", s.out)
	if s.previousKey != "" && s.previous == "" {
		v.say("previous-key", "没有写 -previous")
	}
	if err := v.err(); err != nil {
		return err
	}
	key, err := s.privateKey(s.key)
	if err != nil {
		return err
	}
	previous, err := s.before(key)
	if err != nil {
		return err
	}
	if err := s.begin(ctx, checks); err != nil {
		return err
	}
	by, err := key.signer(cmp.Or(s.name, s.scope.Organ))
	if err != nil {
		return err
	}
	c, err := s.certify(ctx, previous, out)
	if err != nil || !out.result.Well() {
		return err
	}
	signed, err := checkpoint.Sign(ctx, c, by)
	if err != nil {
		return err
	}
	text, err := signed.Format()
	if err != nil {
		return err
	}
	out.Checkpoint, out.Signers, out.File = checkpointJSON(c), signersJSON([]checkpoint.Key{by.Key()}), s.out
	return create(s.out, 0o644, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

// certify verifies the book, with the checkpoint before if there is one.
func (s *session) certify(ctx context.Context, previous *checkpoint.Checkpoint, out *certifyAnswer) (checkpoint.Checkpoint, error) {
	c, r, err := audit.Certify(ctx, s.store, s.scope, audit.Options{Hash: s.hash}, previous, s.Now())
	if err != nil {
		return checkpoint.Checkpoint{}, err
	}
	out.result, out.Faults = *r, r.Faults
	return c, nil
}

// before reads the checkpoint before, signed with the same key or another one; nil if there is none.
func (s *session) before(key *privateKey) (*checkpoint.Checkpoint, error) {
	if s.previous == "" {
		return nil, nil
	}
	signed, err := s.unverified(s.previous)
	if err != nil {
		return nil, err
	}
	public := key.public
	if s.previousKey != "" {
		if public, err = s.publicKey(s.previousKey); err != nil {
			return nil, err
		}
	}
	if _, err := public.verify(signed); err != nil {
		return nil, fmt.Errorf("%s：%w", baseOf(s.previous), err)
	}
	return &signed.Checkpoint, nil
}

// A proofAnswer is that of prove, and the file that check-proof reads.
type proofAnswer struct {
	audit.Proof
	Why string `json:"why"` // there is none: the book is not the one that was certified
	cli.Outcome

	file string
	seq  int64
}

func (a *proofAnswer) Found() string { return a.Why }

func (a *proofAnswer) String() string { return printed(a.print) }

func (a *proofAnswer) print(p *page) {
	switch {
	case a.Why != "":
		p.line(a.Why)
	case a.file == "":
		p.json(a)
	default:
		p.line(fmt.Sprintf("第%d条的证明 %s", a.seq, a.file))
	}
}

func (a *proofAnswer) Prepare() {
	if a.Inclusion.Path == nil {
		a.Inclusion.Path = []merkle.Hash{}
	}
}

func prove(ctx context.Context, s *session, out *proofAnswer) error {
	v := &values{}
	seq := v.number("seq", s.seq, 0)
	if (seq == 0) == (len(s.args) == 0) && len(v.wrong) == 0 {
		v.say("seq", "与 种类:标识 应当写一个，也只写一个")
	}
	file := v.checkpoint(s)
	if err := v.err(); err != nil {
		return err
	}
	signed, err := s.unverified(file)
	if err != nil {
		return err
	}
	c := signed.Checkpoint
	if s.organ == "" {
		s.organ = c.Organ
	}
	if err := s.begin(ctx, looks); err != nil {
		return err
	}
	if c.Organ != s.scope.Organ || c.Hash != s.hash.Name {
		return errors.New("存证不属于本登记簿，或者摘要算法不同")
	}
	if seq == 0 {
		if seq, err = s.lastOf(ctx, s.args[0], c.Size); err != nil {
			return err
		}
	}
	if seq > c.Size {
		return fmt.Errorf("第%d条在存证之后，存证时登记簿有%d条", seq, c.Size)
	}
	out.Proof, err = audit.Prove(ctx, s.store, s.scope, s.hash, seq, c.Size)
	if err == nil {
		_, err = audit.VerifyProof(out.Proof, s.hash, c)
	}
	if errors.Is(err, merkle.ErrProof) {
		*out = proofAnswer{Why: "登记簿与存证不符，先核验（register verify）"}
		return nil
	}
	if err != nil {
		return err
	}
	out.seq, out.file = seq, s.out
	if s.out == "" {
		return nil
	}
	return create(s.out, 0o644, func(w io.Writer) error {
		var p page
		p.json(out)
		_, err := io.WriteString(w, p.String())
		return err
	})
}

// checkpoint returns the one checkpoint that there must be.
func (v *values) checkpoint(s *session) string {
	if len(s.checkpoints) != 1 {
		v.say("checkpoint", "应当写一个")
		return ""
	}
	return s.checkpoints[0]
}

// lastOf returns the sequence number of a document's last entry in a book of that size, refusals not among them.
func (s *session) lastOf(ctx context.Context, arg string, size int64) (int64, error) {
	ref, err := parseRef(arg)
	if err != nil {
		return 0, err
	}
	last := int64(0)
	for e, err := range s.store.Entries(ctx, register.Query{Scope: s.scope, Ref: ref, Upto: size}) {
		if err != nil {
			return 0, err
		}
		if e.Act != register.Refused {
			last = e.Seq
		}
	}
	if last == 0 {
		return 0, fmt.Errorf("%w：存证所指的部分没有这份文件", register.ErrNotFound)
	}
	return last, nil
}

// A checkAnswer is that of check-proof: whether the proof holds, why not, and what is proved.
type checkAnswer struct {
	Valid      bool            `json:"valid"`
	Why        string          `json:"why"`
	Entry      json.RawMessage `json:"entry"`
	Checkpoint *checkpointOf   `json:"checkpoint"`
	Signers    []signer        `json:"signers"`
	cli.Outcome

	entry register.Entry
}

func (a *checkAnswer) Prepare() {
	if a.Signers == nil {
		a.Signers = []signer{}
	}
}

func (a *checkAnswer) Found() string {
	if a.Valid {
		return ""
	}
	return "证明不成立：" + a.Why
}

func (a *checkAnswer) String() string { return printed(a.print) }

func (a *checkAnswer) print(p *page) {
	if !a.Valid {
		p.line("证明不成立")
		p.fields(field{"原因", a.Why})
		return
	}
	e := &a.entry
	p.line("证明成立：第" + fmt.Sprint(e.Seq) + "条在存证所指的登记簿中")
	p.fields(append(a.Checkpoint.fields(), field{"签名", signersText(a.Signers)}, field{"文件", e.Ref.String()},
		field{"事项", e.Act.Chinese()}, field{"步骤", e.Step}, field{"编号", numbers(e.Numbers)}, field{"日期", e.On.String()},
		judges(e))...)
}

func checkProof(_ context.Context, s *session, out *checkAnswer) error {
	v := &values{}
	name := v.checkpoint(s)
	v.must("key", s.key)
	if err := v.err(); err != nil {
		return err
	}
	data, err := s.file(s.args[0], maxDocument*2)
	if err != nil {
		return err
	}
	var proof proofAnswer
	if err := strict(data, &proof); err != nil {
		return fmt.Errorf("%s：%w", baseOf(s.args[0]), err)
	}
	if proof.Line == "" {
		return fmt.Errorf("%s：没有证明", baseOf(s.args[0]))
	}
	signed, by, err := s.signed(name, s.key)
	if notSigned(err) {
		out.Why = plain(err)
		return nil
	}
	if err != nil {
		return err
	}
	c := signed.Checkpoint
	out.Checkpoint, out.Signers = checkpointJSON(c), signersJSON(by)
	e, err := audit.VerifyProof(proof.Proof, hashOf(c.Hash), c)
	if err != nil {
		out.Why = plain(err)
		return nil
	}
	out.Valid, out.entry, out.Entry = true, e, json.RawMessage(proof.Line)
	return nil
}

// notSigned reports whether a checkpoint is one that the key has not signed.
func notSigned(err error) bool {
	return errors.Is(err, checkpoint.ErrSignature) || errors.Is(err, checkpoint.ErrUnknown)
}
