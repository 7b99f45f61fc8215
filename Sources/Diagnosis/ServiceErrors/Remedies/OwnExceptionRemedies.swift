import Evidence
import JSONText
import Report

/// What to do about an exception of a program's own code: whose code it is, and what the words say of the value.
enum OwnExceptionRemedies {
    /// The remedy; `nil` where the failure is no such exception.
    static func remedy(_ call: FailedCall) -> Remedy? {
        let read = call.read
        guard call.exception.stands || call.exception.isOfOwnClass else { return nil }
        let thrower =
            ThrowingPackage(of: read.message, in: call.text)
            ?? ThrowingPackage(of: read.message, in: call.answer.surroundings)
        let known = call.scene.program.map(\.name) ?? ReportedProgram(in: call.shown)?.name
        let place =
            thrower.map { package in
                """
                See the issues of \(SafeMessage.text(package.name, limit: 80)), and update it, or go back to the version that worked: it was thrown in its code \
                (\(SafeMessage.text(package.place, limit: 120))); what it was called with may be the rest.
                """
            }
            ?? known.map { name in
                "Update \(PrintableText.escaped(name, limit: 60)), or go back to the version that worked: the mistake is one of its own or of a library that it uses, and a traceback names the file."
            }
            ?? "Update the program or library in whose file the traceback ends (the last that is not the language's own), or go back to the version that worked."
        let log = call.scene.program == .liteLLM ? "LiteLLM: --detailed_debug" : "the program's or SDK's debug log"
        return Remedy(
            """
            \(place) The program stumbled in its own code (an exception of its language's runtime), so this sentence is none of AWS's, and a class or a status that a \
            gateway gave it (ServiceUnavailableError, 500) says nothing. \(value(read.message).map { $0 + " " } ?? "")What came before it is in \(log).
            """)
    }

    /// What the words say of the value that was not there.
    private static func value(_ message: String) -> String? {
        let isNothing = [
            "NoneType", "of undefined", "of null", "is undefined", "undefined is not an object",
            "null is not an object",
            "\" is null", "nil value", "nil pointer", "Null check operator", "type 'Null'", "for nil", "on null",
            "`None` value",
            "Object reference not set", "Value cannot be null",
        ].contains(where: message.contains)
        guard isNothing else { return nil }
        return """
            A value was missing that the program took for granted: a member that the answer does not have (an error, an empty or a filtered answer, one of \
            another API), or an argument or a setting that was not given.
            """
    }
}
