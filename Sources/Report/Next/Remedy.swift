/// One way to fix what a finding names.
package struct Remedy: Sendable, Hashable {
    /// What to do, as a sentence.
    package var text: String

    /// What to type, as it is meant; the run's own command line completes it.
    package var step: NextStep?

    /// The exact next command to type, safe to paste into a POSIX shell; `nil` when no command fixes it.
    ///
    /// Before ``Report/completed(by:)`` has run, it is the command as it would be without any options of the run.
    package var command: String? { step?.command(in: .bare) }

    /// Whether the text only says what the command is for, so that it has nothing to say without it.
    package var isPointer = true

    /// What its writer says that it is about.
    private var stated: Set<RemedySubject> = []

    /// What it is about, by its writer and by its command.
    package var subjects: Set<RemedySubject> { stated.union(step?.subjects ?? []) }

    package init(_ text: String, command: String? = nil) {
        self.text = text
        step = command.map { .shell($0) }
    }

    package init(_ text: String, _ step: NextStep?) {
        self.text = text
        self.step = step
    }

    /// A remedy whose text is advice of its own, with or without the command.
    package static func advice(_ text: String, _ step: NextStep?) -> Remedy {
        var remedy = Remedy(text, step)
        remedy.isPointer = false
        return remedy
    }

    /// The remedy with what it is about.
    package func about(_ subjects: RemedySubject...) -> Remedy {
        var remedy = self
        remedy.stated.formUnion(subjects)
        return remedy
    }
}
