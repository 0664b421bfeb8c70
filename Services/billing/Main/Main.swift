import BillingHost
import ServiceHost

@main
enum Main {
  static func main() async {
    await HostProgram(BillingHost.definition).main()
  }
}
