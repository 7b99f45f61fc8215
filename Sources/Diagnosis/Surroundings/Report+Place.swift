package import Report

extension Finding {
    /// The finding of a text that was pasted: where this process runs says nothing of who hands out credentials where it came from.
    package var ofUnknownPlace: Finding {
        var finding = self
        finding.remedies.removeAll { $0.step == .getCredentials }
        return finding
    }
}

extension Report {
    /// The report with what helps in a place: how the clock is set there, and who hands out credentials.
    ///
    /// - Parameter variables: The process's environment; keys that are set there may stand in the way of a role's.
    package func placed(at place: Place, _ variables: [String: String] = [:]) -> Report {
        var report = self
        func placed(_ remedies: [Remedy]) -> [Remedy] {
            remedies.flatMap { remedy in
                switch remedy.step {
                case .setClock: ClockRemedies.all(at: place)
                case .getCredentials: PlaceRemedies.credentials(place, variables)
                default: [remedy]
                }
            }
        }
        for index in report.findings.indices {
            report.findings[index].remedies = placed(report.findings[index].remedies)
        }
        for index in report.models.indices {
            report.models[index].remedies = placed(report.models[index].remedies)
        }
        return report
    }
}
