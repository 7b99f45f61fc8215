/// The kinds of faults and their parameters as a help text.
enum FaultGuide {
    static var text: String {
        let places = FaultKind.places.map(\.name)
        let (others, inContent) = (
            FaultKind.all.filter { !$0.takesPlace }, FaultKind.all.filter(\.takesPlace)
        )
        return """
            A fault is KIND or KIND:NAME=VALUE,NAME=VALUE, such as throttle:times=2,retry-after=1. It strikes calls of \
            Converse and ConverseStream whose signature is right. The kinds, with their own parameters:
            \(lines(of: others, without: []))
            Kinds that strike one event of a stream; the two that are marked strike a whole answer too:
            \(lines(of: inContent, without: places))
            \(lines(of: FaultKind.places))
            Parameters of every kind:
            \(lines(of: FaultCondition.parameters))
            If several faults match a call, the first one applies; delays add up. The answer's header x-doctor-fault \
            and the log name it.
            """
    }

    private static func lines(of kinds: [FaultKind], without shared: [String]) -> String {
        kinds.map { kind in
            let mark = kind.takesPlace && kind.scope == .all ? " (*)" : ""
            let own = kind.parameters.filter { !shared.contains($0.name) }
            return (["  \(kind.name): \(kind.summary)\(mark)"] + own.map { "    " + line(of: $0) })
                .joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private static func lines(of parameters: [FaultKind.Parameter]) -> String {
        parameters.map(line).joined(separator: "\n")
    }

    private static func line(of parameter: FaultKind.Parameter) -> String {
        "  \(parameter.name)=\(parameter.value): \(parameter.meaning)"
    }
}

extension FaultKind {
    /// Whether it strikes at a place in a stream.
    fileprivate var takesPlace: Bool { parameters.contains { $0.name == "event" } }
}
