import Codes
import Evidence
import Report
import WireText

/// A variable that the input sets under a name which the SDKs do not read, beside a failure for want of what it holds.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html>.
enum VariableSpelling {
    static func compare(_ call: ComparedCall) -> Comparison? {
        guard [.credentialsMissing, .credentialsPartial, .regionMissing].contains(call.code) else { return nil }
        // The first SDK for Java reads AWS_ACCESS_KEY and AWS_SECRET_KEY, and programs have names of their own.
        guard LanguageRuntime(call.scene, text: "") != .jvm else { return nil }
        let isOfRegion = call.code == .regionMissing
        for variable in call.variables where !variable.isBlank {
            guard let target = MisnamedVariables.target(of: variable.name), target.hasSuffix("REGION") == isOfRegion,
                !call.variables.contains(where: { $0.name == target && !$0.isBlank }),
                let line = call.lines.first(where: { $0.number == variable.line })
            else { continue }
            return Comparison(
                pasted: line, asked: target,
                remedy: Remedy(
                    """
                    \(PrintableText.escaped(variable.name, limit: 60)) (line \(variable.line)) is no name that the SDKs read: it is \(target). Set the value under that name where the program runs, \
                    unless the program's own manual names the other.
                    """))
        }
        return nil
    }
}
