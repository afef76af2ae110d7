package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// wordsBasis is where the spelling of amounts comes from.
const wordsBasis = "支付结算办法附一《正确填写票据和结算凭证的基本规定》"

// A spelled amount is the answer of words.
type spelled struct {
	Amount  fazhi.Money `json:"amount"`  // fen
	Figures string      `json:"figures"` // 1409.50
	Words   string      `json:"words"`   // with 人民币, as a contract has it
	Also    []string    `json:"also"`    // the other places of 零 that the rule leaves to the writer
	cli.Outcome
}

func (s *spelled) Prepare() { cli.Listed(&s.Also) }

func (s *spelled) String() string {
	text := s.Words + "\n"
	for _, other := range s.Also {
		text += "也可写作 " + other + "\n"
	}
	return text
}

func (s *session) words(_ context.Context, args []string, out *spelled) error {
	amount, err := fazhi.ParseMoney(args[0])
	if err != nil {
		return err
	}
	out.Amount, out.Figures, out.Words = amount, amount.String(), label+amount.Words()
	out.Also = spellings(amount)
	return nil
}

// label stands before an amount in words, without a blank.
const label = "人民币"

// spellings are the ways to write an amount that differ from Words in a 零. Where one may be written or left out the reader knows:
// it takes both.
func spellings(amount fazhi.Money) []string {
	all := []string{amount.Words()}
	for i := 0; i < len(all); i++ { // grows while it is walked
		for _, s := range variants(all[i]) {
			got, err := fazhi.ParseMoneyWords(s)
			if err == nil && got == amount && !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
	}
	for i := range all {
		all[i] = label + all[i]
	}
	return all[1:]
}

// variants are a text with one 零 less, and with one more after 万 or 元.
func variants(text string) (list []string) {
	runes := []rune(text)
	for i, r := range runes {
		switch r {
		case '零':
			list = append(list, string(slices.Concat(runes[:i], runes[i+1:])))
		case '万', '元':
			list = append(list, string(slices.Concat(runes[:i+1], []rune("零"), runes[i+1:])))
		}
	}
	return list
}

// A reading is the answer of amount.
type reading struct {
	Amount  fazhi.Money `json:"amount"`  // fen; 0 of words that cannot be read
	Figures string      `json:"figures"` // 1409.50; empty of words that cannot be read
	Words   string      `json:"words"`   // as they are best written
	Column  int         `json:"column"`  // in characters, from 1, where the words leave the rule; 0: they do not
	Problem string      `json:"problem"` // what is wrong; empty: nothing
	Basis   string      `json:"basis"`   // what it rests on
	cli.Outcome
}

func (r *reading) Found() string {
	if r.Column > 0 {
		return "大写金额有误"
	}
	return r.Problem
}

func (r *reading) String() string {
	switch {
	case r.Problem == "":
		return r.right()
	case r.Column > 0:
		return fmt.Sprintf("第%d字：%s（%s）\n", r.Column, r.Problem, r.Basis)
	}
	return r.right() + r.Problem + "（" + r.Basis + "）\n"
}

func (r *reading) right() string { return "¥" + r.Figures + "\n规范写法 " + r.Words + "\n" }

func (s *session) amount(_ context.Context, args []string, out *reading) error {
	amount, err := fazhi.ParseMoneyWords(args[0])
	var wrong *fazhi.WordsError
	switch {
	case errors.As(err, &wrong):
		out.Column, out.Problem, out.Basis = wrong.Character, wrong.Reason, wordsBasis
		return nil
	case err != nil:
		return err
	}
	out.Amount, out.Figures, out.Words = amount, amount.String(), label+amount.Words()
	if len(args) < 2 {
		return nil
	}
	figures, err := fazhi.ParseMoney(args[1])
	if err == nil && figures != amount {
		out.Problem, out.Basis = "大写与小写不一致", "民法典第四百七十条（价款）"
	}
	return err
}
