package agreement

import "math/big"

// Intraclass are the intraclass correlations (组内相关系数) of Shrout and Fleiss: of a single score, and of the mean of all
// reviewers' scores (K). ICC21 is the one for dual review: reviewers are drawn, and it matters that one of them is always
// five points stricter. ICC11 is for files that each have other reviewers, ICC31 looks at the order of the files only.
type Intraclass struct {
	Files     int   `json:"files"`
	Reviewers int   `json:"reviewers"`
	ICC11     Value `json:"icc11"`
	ICC21     Value `json:"icc21"`
	ICC31     Value `json:"icc31"`
	ICC1K     Value `json:"icc1k"`
	ICC2K     Value `json:"icc2k"`
	ICC3K     Value `json:"icc3k"`
}

// ICC takes one column of scores for each reviewer, all in the same order of files. At least two reviewers and two files
// are needed. A coefficient whose estimated variance is not positive is not defined; that is so for all of them when all
// scores are the same.
func ICC[N Number](columns ...[]N) Intraclass {
	r := Intraclass{Reviewers: len(columns)}
	if len(columns) > 0 {
		r.Files = len(columns[0])
	}
	x, reason := exact(columns)
	switch {
	case r.Reviewers < 2:
		reason = "不足两名评查人"
	case reason != "":
	case r.Files == 0:
		reason = "没有评分"
	case r.Files == 1:
		reason = "只有一份案卷"
	}
	if reason != "" {
		v := undefined(reason)
		r.ICC11, r.ICC21, r.ICC31, r.ICC1K, r.ICC2K, r.ICC3K = v, v, v, v, v, v
		return r
	}
	r.set(squares(x.columns))
	return r
}

// set computes the coefficients from the mean squares.
func (r *Intraclass) set(m meanSquares) {
	n, k := int64(r.Files), int64(r.Reviewers)
	within := sub(m.files, m.within)
	between := sub(m.files, m.rest)
	r.ICC11 = m.share(within, add(m.files, times(k-1, m.within)))
	r.ICC31 = m.share(between, add(m.files, times(k-1, m.rest)))
	r.ICC21 = m.share(times(n, between),
		add(times(n, m.files), add(times(n*(k-1)-k, m.rest), times(k, m.reviewers))))
	r.ICC1K = m.share(within, m.files)
	r.ICC3K = m.share(between, m.files)
	r.ICC2K = m.share(times(n, between), add(times(n, m.files), sub(m.reviewers, m.rest)))
}

// meanSquares are those of a two-way analysis of variance, all multiplied by one positive number that makes them whole.
type meanSquares struct{ files, reviewers, within, rest *big.Int }

// share divides, unless the variance below is not positive.
func (m meanSquares) share(num, den *big.Int) Value {
	switch {
	case den.Sign() > 0:
		return nearest(new(big.Rat).SetFrac(num, den))
	case m.files.Sign() == 0 && m.within.Sign() == 0:
		return undefined("全部评分相同，没有差异")
	case m.files.Sign() == 0:
		return undefined("各案卷的平均分相同，没有差异")
	}
	return undefined("方差的估计值不大于零")
}

// squares analyses the variance of n files and k reviewers. With sums of squares times n·k the mean squares have the
// divisors n−1, k−1, n·(k−1) and (n−1)·(k−1); they are multiplied by n·(n−1)·(k−1).
func squares(columns [][]*big.Int) meanSquares {
	k, n := int64(len(columns)), int64(len(columns[0]))
	var total, each, ofColumns, ofRows big.Int
	rows := make([]big.Int, n)
	for _, column := range columns {
		var sum big.Int
		for i, score := range column {
			each.Add(&each, product(score, score))
			sum.Add(&sum, score)
			rows[i].Add(&rows[i], score)
		}
		total.Add(&total, &sum)
		ofColumns.Add(&ofColumns, product(&sum, &sum))
	}
	for i := range rows {
		ofRows.Add(&ofRows, product(&rows[i], &rows[i]))
	}
	mean := product(&total, &total)
	files := sub(times(n, &ofRows), mean)
	reviewers := sub(times(k, &ofColumns), mean)
	within := sub(times(n*k, &each), times(n, &ofRows))
	return meanSquares{
		files:     times(n*(k-1), files),
		reviewers: times(n*(n-1), reviewers),
		within:    times(n-1, within),
		rest:      times(n, sub(within, reviewers)),
	}
}

func add(a, b *big.Int) *big.Int         { return new(big.Int).Add(a, b) }
func sub(a, b *big.Int) *big.Int         { return new(big.Int).Sub(a, b) }
func product(a, b *big.Int) *big.Int     { return new(big.Int).Mul(a, b) }
func times(n int64, a *big.Int) *big.Int { return product(big.NewInt(n), a) }
