import Evidence
import JSONText
import Report

/// What to do about an exception of a program's own code: whose code it is, and what the words say of the value.
enum OwnExceptionRemedies {
    /// The remedy; `nil` where the failure is no such exception.
    static func remedy(_ call: FailedCall) -> Remedy? {
        let read = call.read
        guard call.exception.stands || call.exception.isOfOwnClass else { return nil }
        if let name = absentClass(call.text + "\n" + call.answer.surroundings.prefix(16_384)) {
            let isOfOkHttp = name.hasPrefix("okhttp3.")
            let okHttp =
                isOfOkHttp
                ? " The AWS SDK for Kotlin takes OkHttp 5: with Maven name com.squareup.okhttp3:okhttp-jvm of that version yourself, since Maven does not read what Gradle does, and a framework's bom may pin OkHttp 4."
                : ""
            return Remedy(
                """
                Bring the package of \(name) to the version that the library was built for: the class is not on the class path, or an older version of its package is. See with mvn dependency:tree or gradle dependencies which one wins, and name that one yourself, ahead of what a framework pins.\(okHttp) Nothing was sent to AWS.
                """
            ).about(.shown)
        }
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

    /// The class that a JVM did not find, by its whole name.
    private static func absentClass(_ text: String) -> String? {
        for mark in ["ClassNotFoundException: ", "NoClassDefFoundError: "] {
            guard let found = text.firstRange(of: mark) else { continue }
            let name = text[found.upperBound...].prefix(160).prefix {
                $0.isLetter || $0.isNumber || "._$/".contains($0)
            }
            let whole = name.trimmed(of: "./").replacing("/", with: ".")
            if whole.contains("."), !whole.hasPrefix("software.amazon.") {
                return PrintableText.escaped(whole, limit: 120)
            }
        }
        return nil
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
