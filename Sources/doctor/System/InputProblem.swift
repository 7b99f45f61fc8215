/// A file, directory or other input that could not be read or understood; the command ends with exit status 65.
struct InputProblem: Error, CustomStringConvertible {
    /// The file, the place where that is known, what is wrong, and what was expected.
    let description: String

    /// What is wrong, without the file's name.
    let reason: String

    /// - Parameter description: A message that names the file.
    init(_ description: String) {
        self.description = VisibleText.of(description)
        reason = description
    }

    init(file: String, message: String) {
        description = VisibleText.of("\(file): \(message)")
        reason = message
    }
}

/// Several inputs that could not be read, reported together.
struct InputProblems: Error {
    var problems: [InputProblem]

    /// Does the work for every element, whatever came of those before.
    ///
    /// - Throws: what went wrong, if anything did.
    static func collected<Element>(
        _ elements: [Element], _ work: (Element) throws(InputProblem) -> Void
    ) throws(InputProblems) {
        var problems: [InputProblem] = []
        for element in elements {
            do throws(InputProblem) { try work(element) } catch { problems.append(error) }
        }
        if !problems.isEmpty { throw InputProblems(problems: problems) }
    }
}
