// Package invent makes the ledgers of the annual example: records of a bureau that does not exist, the same ones each
// time, with which the report comes to the figures of a real county. No person, organ or case in them is real.
package invent
