# What each suite took by CTest's log, against tests/budgets.csv; ends with 1 where one took too long:
# a test that slows down unseen is the one that is switched off later.
#    awk -F, -v scale=1 -f budgets.awk budgets.csv LOG
#
# A budget is what the suite took in one run. A slower machine is slower at all suites alike: its pace
# is that of the suite in the middle, and a suite is too long where it is so by much more than that.
# What slows all of them down looks like a slow machine, so the pace is told, and has a limit of its own.

FILENAME == ARGV[1] {
    if (FNR > 1) budget[$1] = $2 * scale
    next
}

/^ *[0-9]+\/[0-9]+ Test +#/ {
    line = $0
    sub(/^[^:]*: /, "", line)
    suite = line
    sub(/:.*/, "", suite)
    if (match(line, /[0-9.]+ sec *$/)) used[suite] += substr(line, RSTART) # "1.25 sec" counts as 1.25
}

END {
    slack = 2.5
    slowest = 4
    short = 10 # seconds that say little of the pace, and that every suite may take more
    bad = 0
    for (suite in used) {
        if (!(suite in budget)) {
            printf "suite %s has no budget in tests/budgets.csv\n", suite
            bad = 1
        } else if (budget[suite] >= short) {
            ratio = used[suite] / budget[suite]
            for (place = ++count; place > 1 && ratios[place - 1] > ratio; --place)
                ratios[place] = ratios[place - 1]
            ratios[place] = ratio
        }
    }
    pace = count ? ratios[int((count + 1) / 2)] : 1
    if (pace < 1) pace = 1 # much of what suites do is waiting, which no machine does faster
    printf "   pace %.2f\n", pace
    if (pace > slowest) {
        printf "the suites take %.1f times as long as their budgets say\n", pace
        bad = 1
    }
    for (suite in used) {
        if (!(suite in budget)) continue
        most = slack * pace * budget[suite] + short
        printf "   %-20s %7.1f s, at most %.0f s\n", suite, used[suite], most
        if (used[suite] > most) {
            printf "suite %s is over its budget\n", suite
            bad = 1
        }
    }
    exit bad
}
