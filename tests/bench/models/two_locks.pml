/* two_locks.flow, as one would write it for SPIN: a transition is a step there. */
byte a, b;

active proctype T1() {
    d_step { a == 0 -> a = 1 }; d_step { b == 0 -> b = 1 };
    b = 0; a = 0;
end: false
}
active proctype T2() {
    d_step { b == 0 -> b = 2 }; d_step { a == 0 -> a = 2 };
    a = 0; b = 0;
end: false
}
