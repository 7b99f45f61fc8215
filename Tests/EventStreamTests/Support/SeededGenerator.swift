import TestSupport

/// Random numbers that are the same in every run, so that a failure can be repeated by its seed.
struct SeededGenerator: RandomNumberGenerator {
    private var numbers: SplitMix64

    init(_ seed: UInt64) { numbers = SplitMix64(seed: seed) }

    mutating func next() -> UInt64 { numbers.next() }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) } }

    mutating func text(_ count: Int) -> String {
        let alphabet = Array("abcXYZ019-_:. \"\\/\u{e9}\u{df}\u{65e5}\u{1F600}\u{0}\n")
        return String((0..<count).map { _ in alphabet.randomElement(using: &self) ?? "a" })
    }
}
