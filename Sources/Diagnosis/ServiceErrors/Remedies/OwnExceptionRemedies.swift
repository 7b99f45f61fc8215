import Evidence
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
        let place =
            thrower.map { package in
                """
                It was thrown in the code of \(SafeMessage.text(package.name, limit: 80)) (\(SafeMessage.text(package.place, limit: 120))), so see the \
                issues of that package, and what it was called with: update it, or go back to the version that worked.
                """
            }
            ?? call.scene.program.map { program in
                "It is one of \(program.name) or of a library that it uses: update it, or go back to the version that worked; the traceback names the file."
            } ?? "The traceback says where: the last file in it that is the program's own."
        return Remedy(
            """
            The program stumbled in its own code (an exception of its language's runtime), so this sentence is none of AWS's, and a class or a status that a \
            gateway gave it (ServiceUnavailableError, 500) says nothing. \(place) \(value(read.message).map { $0 + " " } ?? "")Print what came before it is read (LiteLLM: \
            --detailed_debug; the SDK's debug log), and make the same call with the AWS CLI.
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
