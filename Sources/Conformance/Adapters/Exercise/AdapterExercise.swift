package import JSONText

/// A case that an adapter is given, and the judgement on its answer.
package protocol AdapterExercise: Sendable {
    /// The stable name of the case.
    var id: String { get }
    /// The features without which an adapter is not asked.
    var needs: [String] { get }
    /// Why no adapter can be given the case; nil for almost all.
    var reasonToSkip: String? { get }

    /// The line that goes to the adapter, after whatever has to stand ready for it.
    func begin() async throws -> JSONObject

    /// Judges what the adapter answered.
    ///
    /// - Parameter adapter: Who answered, and what it can do.
    /// - Throws: `JSONShapeError` if the answer has not the form that the protocol asks for.
    func judge(_ answer: JSONCursor, of adapter: AdapterHello) async throws(JSONShapeError) -> CaseJudgement

    /// What excuses the case from a verdict, or what other cases are excused by; known once it was judged.
    var excuse: CaseExcuse? { get }

    /// What the adapter told in the case of that which it need not; known once it was judged.
    var told: Set<String> { get }

    /// What of that the case is about and was not told.
    var untold: UntoldMembers? { get }

    /// Whether the breach that was judged last may be a busy machine's: the runner then begins the case once more, alone.
    var mayBeLoad: Bool { get }

    /// Takes down what stood ready; called once for each case that was begun.
    func end() async
}

extension AdapterExercise {
    package var reasonToSkip: String? { nil }
    package var excuse: CaseExcuse? { nil }
    package var told: Set<String> { [] }
    package var untold: UntoldMembers? { nil }
    package var mayBeLoad: Bool { false }
    package func end() async {}
}
