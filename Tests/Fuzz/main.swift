import Glibc

// Feeds foreign bytes to every parser that meets them.
//
//     swift run fuzz                   replays the seeds of every target, and what was found broken once
//     Tests/Fuzz/run [SECONDS] [NAME…] looks for more with libFuzzer, which this program is then built with
//
// A rule that does not hold ends the process.

let arguments = Array(CommandLine.arguments.dropFirst())
let named = FuzzTarget.all.filter { arguments.first == $0.name }
#if FUZZING
    guard let target = named.first else {
        print("Which of \(FuzzTarget.all.map(\.name).joined(separator: " "))?")
        exit(64)
    }
    exit(FuzzEngine.run(target, arguments))
#else
    for target in named.isEmpty ? FuzzTarget.all : named {
        let seeds = try Corpus(target: target).seeds()
        guard !seeds.isEmpty else { fatalError("\(target.name) has no seeds") }
        for seed in seeds {
            // What breaks is the last thing named.
            print("\(target.name)/\(seed.name)")
            target.run(seed.bytes)
        }
    }
    print("\(named.isEmpty ? FuzzTarget.all.count : named.count) targets hold on their seeds")
#endif
