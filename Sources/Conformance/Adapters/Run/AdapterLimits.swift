/// The bounds within which an adapter must keep.
package struct AdapterLimits: Sendable, Hashable {
    /// How long an adapter may say nothing while an answer is awaited, its first line included.
    package var silence: Duration
    /// How many cases may be open at once.
    package var open: Int
    /// The longest line, in bytes.
    package var lineBytes: Int
    /// How long an adapter may take to end after the last case.
    package var ending: Duration
    /// After how many starts in a row that gave no answer an adapter that ends by itself is not started again.
    package var barrenStarts: Int

    package init(
        silence: Duration = .seconds(30), open: Int = 8, lineBytes: Int = 8 << 20, ending: Duration = .seconds(5),
        barrenStarts: Int = 3
    ) {
        self.silence = silence
        self.open = open
        self.lineBytes = lineBytes
        self.ending = ending
        self.barrenStarts = barrenStarts
    }
}
