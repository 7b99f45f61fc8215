/// One thing to measure: work, the least that it could cost, and the ratio to stay within.
struct Measurement: Sendable {
    /// The word that selects it on the command line.
    let name: String
    /// What is measured, in a line.
    let title: String
    /// What it is compared with, in a line.
    let baselineTitle: String
    /// The ratio to stay within; nil if there is none.
    let budget: Double?
    /// How many bytes one run works on, where a rate says more than a time.
    var bytes: Int?
    /// How long one run takes.
    var length = Length.microseconds
    /// What one run does so many of, where a rate says more than a time.
    var items: (count: Int, name: String)?
    /// Runs the work `count` times.
    let work: @Sendable (_ count: Int) -> Void
    /// Runs the comparison `count` times.
    let baseline: @Sendable (_ count: Int) -> Void

    /// How long a run takes, which decides how many there can be.
    enum Length: Sendable {
        case microseconds, seconds
    }

    /// Every measurement, in the order in which they run.
    static let all = [sign, verify, eventStream, search]
}

/// Keeps the optimiser from removing work whose result is not used.
@inline(never)
func keep<T>(_ value: borrowing T) {}
