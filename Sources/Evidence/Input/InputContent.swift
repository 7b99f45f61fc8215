/// The bytes of an input as far as they are kept: all of most, and of a large log what may concern a call.
package struct InputContent: Sendable {
    package let bytes: [UInt8]

    /// The number that each line had, where lines were left out.
    let numbers: [UInt32]?

    /// How many lines were left out that concern no call.
    package let leftOut: Int

    /// How many lines were left out that may concern calls, since there were too many.
    package let unread: Int

    /// Whether everything is kept.
    package var isWhole: Bool { numbers == nil && tooLarge == nil }

    /// What is too large to be read; nothing of it is kept.
    let tooLarge: LargeDocument?

    /// An input of which everything is kept.
    package init(_ bytes: [UInt8]) { self.init(bytes, numbers: nil, leftOut: 0, unread: 0) }

    /// An input that is refused.
    init(tooLarge document: LargeDocument) {
        (bytes, numbers, leftOut, unread) = ([], nil, 0, 0)
        tooLarge = document
    }

    init(_ bytes: [UInt8], numbers: [UInt32]?, leftOut: Int, unread: Int) {
        self.bytes = bytes
        self.numbers = numbers
        self.leftOut = leftOut
        self.unread = unread
        tooLarge = nil
    }
}
