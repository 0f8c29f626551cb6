namespace Lms.Web.Features.Exams;

using Lms.Assessment.Attempts;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;

internal static class Candidates
{
    extension(ControllerBase controller)
    {
        /// <summary>The visitor as an exam meets her. Behind a proxy the address is the one the proxy names, if it is a trusted one.</summary>
        public Candidate Candidate(string? accessCode = null) => new(controller.User.PersonKey, controller.HttpContext.Connection.RemoteIpAddress, accessCode, Sitting.ExamSeat.Of(controller.Request));
    }
}
