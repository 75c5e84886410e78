-- platform tdx, written by Bindlab.
-- The states are those of bindlab check; a rule is a step. For their number:
--   rumur --output FILE.c FILE; cc -O1 -mcx16 -pthread -o check FILE.c; ./check

var
  pair_a : 0..2;
  pair_b : 0..2;
  T1_in_user_space : 0..1;
  T1_is_done : 0..1;
  T2_in_user_space : 0..1;
  T2_is_done : 0..1;
  T1_at : 0..4;
  T2_at : 0..4;


rule "T1"
  ((T1_at = 0) & (pair_a = 0))
  | ((T1_at = 1) & (pair_b = 0))
  | ((T1_at = 2))
  | ((T1_at = 3))
==>
begin
  switch T1_at
  case 0: pair_a := 1; T1_in_user_space := 0; T1_at := 1;
  case 1: pair_b := 1; T1_at := 2;
  case 2: pair_b := 0; T1_at := 3;
  case 3: pair_a := 0; T1_in_user_space := 1; T1_is_done := 1; T1_at := 4;
  end;
end;

rule "T2"
  ((T2_at = 0) & (pair_b = 0))
  | ((T2_at = 1) & (pair_a = 0))
  | ((T2_at = 2))
  | ((T2_at = 3))
==>
begin
  switch T2_at
  case 0: pair_b := 2; T2_in_user_space := 0; T2_at := 1;
  case 1: pair_a := 2; T2_at := 2;
  case 2: pair_a := 0; T2_at := 3;
  case 3: pair_b := 0; T2_in_user_space := 1; T2_is_done := 1; T2_at := 4;
  end;
end;

startstate begin
  pair_a := 0;
  pair_b := 0;
  T1_in_user_space := 1;
  T1_is_done := 0;
  T2_in_user_space := 1;
  T2_is_done := 0;
  T1_at := 0;
  T2_at := 0;
end;

-- Where everything has ended it stays so; any other dead end is a deadlock.
rule "over" ((T1_is_done != 0) & (T2_is_done != 0)) ==> begin end;
