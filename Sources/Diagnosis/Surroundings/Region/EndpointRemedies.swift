import Report

/// Commands that change the endpoint where it was set: a variable in the shell, the flag in the command.
struct EndpointRemedies {
    static let flag = "--endpoint-url"

    /// The override in effect.
    let override: Setting?

    init(_ endpoint: EndpointResolution) { override = endpoint.override }

    /// Sets another endpoint; `nil` where the override cannot be typed over.
    func use(_ url: String) -> NextStep? {
        guard let override else { return nil }
        if override.origin == Self.flag { return .doctor(.again(.option(Self.flag, url))) }
        guard EndpointResolution.variables.contains(override.origin) else { return nil }
        return VariableView.export(override.origin, url).map { .shell($0) }
    }

    /// Takes the endpoint away, so that the region's own is used.
    var drop: NextStep? {
        guard let override else { return nil }
        if override.origin == Self.flag { return .doctor(.again(.without(Self.flag))) }
        guard EndpointResolution.variables.contains(override.origin) else { return nil }
        return VariableView.unset([override.origin]).map { .shell($0) }
    }

    /// Signs for another region, set where the present one is.
    static func sign(for name: String, _ region: RegionResolution) -> NextStep {
        if case .variable(let variable) = region.source { return .shell("export \(variable)=\(name)") }
        return region.source == .fallback
            ? .shell("export AWS_REGION=\(name)") : .doctor(.again(.region(name, insteadOf: region.written)))
    }
}
