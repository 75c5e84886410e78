/* bounded_buffer.flow, as one would write it for SPIN: a transition is a step there. A thread that has not
   called yet is not where it is when it begins anew, so the first statement stands there twice. */
byte free = 2, filled, items;

active proctype T1() {
    (free > 0); goto inside_call;
again:
    (free > 0);
inside_call:
    free--;
    d_step { items++; assert(items <= 2) };
    filled++;
    goto again
}
active proctype T2() {
    (filled > 0); goto inside_call;
again:
    (filled > 0);
inside_call:
    filled--;
    d_step { assert(items > 0); items-- };
    free++;
    goto again
}
