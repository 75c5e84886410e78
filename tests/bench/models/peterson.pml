/* peterson.flow, as one would write it for SPIN: a transition is a step there. A thread that has not
   called yet is not where it is when it begins anew, so the first statement stands there twice. */
bool wants1, wants2;
byte turn, inside;

active proctype T1() {
    wants1 = true; goto inside_call;
again:
    wants1 = true;
inside_call:
    turn = 2;
    (!wants2 || turn == 1);
    d_step { inside++; assert(inside <= 1) };
    inside--; wants1 = false;
    goto again
}
active proctype T2() {
    wants2 = true; goto inside_call;
again:
    wants2 = true;
inside_call:
    turn = 1;
    (!wants1 || turn == 2);
    d_step { inside++; assert(inside <= 1) };
    inside--; wants2 = false;
    goto again
}
