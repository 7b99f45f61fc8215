package import Codes
import Report

extension FindingCode {
    /// What to do about it; for a cause of a wrong signature with the command to type, which the code's page cannot know.
    package var fix: String {
        guard proof != nil, let command = SignatureCommand.next(for: self)?.command(in: .bare),
            !page.fix.contains(command)
        else { return page.fix }
        return page.fix
            + (command == "doctor sign"
                ? " `doctor sign` prints every stage of a right signature, to compare with." : " Next: `\(command)`.")
    }

    /// The parts of its page in reading order, with their headings.
    package var parts: [(heading: String, text: String)] {
        page.parts.map { part in part.text == page.fix ? (part.heading, fix) : part }
    }
}
