extension Report {
    /// The report with each remedy's command complete, as it is to be typed after this run.
    ///
    /// A remedy whose command would only repeat the run loses it, and goes where its text says nothing but to run it.
    package func completed(by invocation: Invocation) -> Report {
        var report = self
        for index in report.findings.indices {
            report.findings[index].remedies = report.findings[index].remedies.completed(by: invocation)
        }
        for index in report.models.indices {
            report.models[index].remedies = report.models[index].remedies.completed(by: invocation)
        }
        return report
    }
}

extension [Remedy] {
    func completed(by invocation: Invocation) -> [Remedy] {
        compactMap { remedy in
            guard let step = remedy.step else { return remedy }
            if let command = step.command(in: invocation) {
                var typed = Remedy(remedy.text, command: command)
                typed.isPointer = remedy.isPointer
                return typed
            }
            // What only points at a command says nothing without it.
            return remedy.isPointer ? nil : Remedy(remedy.text)
        }
    }
}
