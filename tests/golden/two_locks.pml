/* platform tdx, written by Bindlab.
   The states are those of bindlab check; a transition is a step. For their number and the shortest way to what is broken:
     spin -DDEPTHS -o1 -o2 -o3 -a FILE; gcc -O2 -w -DSAFETY -DBFS -DNOREDUCE -o pan pan.c; ./pan -c0
   Without -DDEPTHS the first broken property is a violated assertion. While one is, no time-out is seen. */
#ifdef DEPTHS
#define WATCH(number, name, broken) :: (broken && c_expr { SEE_##number })
#define WATCH_STEP(number, name, breaks) :: (breaks && c_expr { STEP_##number })
c_decl {
    extern long depth;
    int see(int property, int more);
}
c_code {
    static long seen[4];
    static int asked;
    void say(void) {
    }
    int see(int property, int more) {
        if (!asked++) atexit(say);
        if (!seen[property] || depth + more < seen[property] - 1) seen[property] = depth + more + 1;
        return 0;
    }
}
#else
#define WATCH(number, name, broken) :: atomic { broken -> printf(name); assert(false) }
#define WATCH_STEP(number, name, breaks) WATCH(number, name, breaks)
#endif

byte pair_a = 0;
byte pair_b = 0;
bit T1_in_user_space = 1;
bit T1_is_done = 0;
bit T2_in_user_space = 1;
bit T2_is_done = 0;

active proctype T1() {
at_1:   /* ab:1 lock(pair.a); */
    if
    :: d_step { (pair_a == 0) -> pair_a = 1; T1_in_user_space = 0; }; goto at_2
    fi;
at_2:   /* ab:1 lock(pair.b); */
    if
    :: d_step { (pair_b == 0) -> pair_b = 1; }; goto at_3
    fi;
at_3:   /* ab:1 unlock(pair.b); */
    if
    :: d_step {  pair_b = 0; }; goto at_4
    fi;
at_4:   /* ab:1 unlock(pair.a); */
    if
    :: d_step {  pair_a = 0; T1_in_user_space = 1; T1_is_done = 1; }; goto at_5
    fi;
at_5: false;
}

active proctype T2() {
at_1:   /* ba:1 lock(pair.b); */
    if
    :: d_step { (pair_b == 0) -> pair_b = 2; T2_in_user_space = 0; }; goto at_2
    fi;
at_2:   /* ba:1 lock(pair.a); */
    if
    :: d_step { (pair_a == 0) -> pair_a = 2; }; goto at_3
    fi;
at_3:   /* ba:1 unlock(pair.a); */
    if
    :: d_step {  pair_a = 0; }; goto at_4
    fi;
at_4:   /* ba:1 unlock(pair.b); */
    if
    :: d_step {  pair_b = 0; T2_in_user_space = 1; T2_is_done = 1; }; goto at_5
    fi;
at_5: false;
}

/* Never moves on: it only looks. Where nobody moves and not all have ended, SPIN says "invalid end state". */
active proctype monitor() {
    do
    :: ((T1_is_done != 0) && (T2_is_done != 0))
    od
}
