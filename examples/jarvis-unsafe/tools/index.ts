export { closeAccount } from "./accounts.js";
export { readHandbook, readPage } from "./handbook.js";
export { summariseInbox } from "./inbox.js";
export { sendMail } from "./mail.js";
export { recall, remember } from "./notes.js";
export { getPayslip } from "./payslip.js";
export { getBonus, getSalary } from "./salary.js";
export { calculate } from "./spreadsheet.js";
export { orderVoucher } from "./voucher.js";
