/// A number of things in a sentence.
package enum Counted {
    /// `1 request`, `2 requests`: the noun takes an s, as those of this house do.
    package static func words(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
