/// What to type next, as an intent: only the run that found the fault knows the options that belong to it.
package enum NextStep: Sendable, Hashable {
    /// A command of the shell, complete as it is.
    case shell(String)

    /// A run of `doctor` itself, with the options of this run where they hold there too.
    case doctor(DoctorStep)

    /// A call of the AWS CLI, without the word `aws`; it gets the profile of this run.
    case aws(String)

    /// Setting the clock, which goes by the place: ``Report`` learns of it before its commands are completed.
    case setClock

    /// Getting credentials, by the place that hands them out; nothing on a person's own machine.
    case getCredentials

    /// The command in a run; `nil` when it would repeat the run, cannot be typed, or makes no sense there.
    package func command(in invocation: Invocation) -> String? {
        switch self {
        case .shell(let command): return command
        case .setClock, .getCredentials: return nil
        case .doctor(let step): return step.command(in: invocation)
        case .aws(let words):
            // Nothing of the mock, or of another server on this machine, is known to AWS.
            guard !invocation.isLocal else { return nil }
            guard let profile = invocation.value(of: "--profile") else { return "aws " + words }
            return ShellWord.quoted(profile).map { "aws \(words) --profile \($0)" }
        }
    }
}
