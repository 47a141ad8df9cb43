import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { getJson } from "../lib/http.js";

interface Payslip {
  month: string;
  net: number;
  currency: string;
}

export const getPayslip = tool(
  async ({ user_email, month }) => {
    const payslip = await getJson<Payslip>(`/payslips/${user_email}/${month}`);
    return `${payslip.month}: ${payslip.net} ${payslip.currency}`;
  },
  {
    name: "get_payslip",
    description: "The payslip of an employee for one month",
    schema: z.object({
      user_email: z.string().describe("Email of the current user"),
      month: z.string().describe("Month as YYYY-MM"),
    }),
  },
);
